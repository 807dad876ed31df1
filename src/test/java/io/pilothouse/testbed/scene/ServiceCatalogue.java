package io.pilothouse.testbed.scene;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The images of the demo registry. Like a registry, it has no image for a tag that nobody pushed. */
final class ServiceCatalogue {

    /**
     * One kind of service.
     *
     * @param idleCores CPU that an instance uses without work
     * @param mebibytes memory of an instance
     */
    record Entry(DemoService service, double idleCores, long mebibytes) {}

    private static final Pattern IMAGE =
            Pattern.compile("registry\\.shop\\.example/(?<name>[a-z-]+):\\d+\\.\\d+\\.\\d+");

    private final Map<String, Entry> entries;

    ServiceCatalogue(Clock clock) {
        entries = Map.of(
                "orders", new Entry(new OrderPublisher(), 0.010, 210),
                "payments", new Entry(new KafkaWorker("shop.payments.Charge", "Charged"), 0.008, 240),
                "shipping", new Entry(new KafkaWorker("shop.shipping.Dispatch", "Dispatched for"), 0.008, 190),
                "notifications", new Entry(new KafkaWorker("shop.notifications.Mailer", "Notified"), 0.006, 150),
                "inventory", new Entry(new KafkaWorker("shop.inventory.Stock", "Booked out for"), 0.012, 320),
                "storefront", new Entry(new Storefront(clock), 0.012, 180),
                "recommendations", new Entry(new Recommendations(), 0.010, 410),
                "log-agent", new Entry(new LogAgent(), 0.004, 46),
                "trends", new Entry(new KafkaWorker("analytics.trends.Window", "Counted"), 0.015, 380),
                "warehouse-loader", new Entry(new KafkaWorker("analytics.loader.Batch", "Loaded"), 0.005, 160));
    }

    Optional<String> nameOf(String image) {
        Matcher matcher = IMAGE.matcher(image);
        return matcher.matches() && entries.containsKey(matcher.group("name"))
                ? Optional.of(matcher.group("name"))
                : Optional.empty();
    }

    /** @throws IllegalArgumentException for a name that is not in the catalogue */
    Entry entry(String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalArgumentException("No demo service " + name);
        }
        return entry;
    }
}
