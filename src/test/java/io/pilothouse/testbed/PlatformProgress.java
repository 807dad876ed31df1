package io.pilothouse.testbed;

import io.pilothouse.fleet.Source;
import io.pilothouse.fleet.spi.Preparations;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** How far each part of the platform is; told to whoever listens, and to the console's pages. */
public final class PlatformProgress implements Preparations {

    /** How far one part is. */
    public sealed interface Step {

        /** It waits or is being made, in words. */
        record UnderWay(String words) implements Step {}

        /** It is there. */
        record Ready() implements Step {}

        /** It will not come, and why. */
        record Failed(String why) implements Step {}
    }

    private final Map<PlatformPart, Step> steps = new ConcurrentHashMap<>();
    private final List<BiConsumer<PlatformPart, Step>> listeners = new CopyOnWriteArrayList<>();

    PlatformProgress() {
        Arrays.stream(PlatformPart.values()).forEach(part -> steps.put(part, new Step.UnderWay("waits for its turn")));
    }

    /** How far the part is. */
    public Step step(PlatformPart part) {
        return steps.getOrDefault(part, new Step.Ready());
    }

    /** Calls the listener at each step, on the thread that made it. */
    public void onStep(BiConsumer<PlatformPart, Step> listener) {
        listeners.add(listener);
    }

    @Override
    public Optional<String> underWay(Source source) {
        return Arrays.stream(PlatformPart.values())
                .filter(part -> part.source().filter(source::equals).isPresent())
                .map(this::step)
                .filter(Step.UnderWay.class::isInstance)
                .map(step -> ((Step.UnderWay) step).words())
                .findFirst();
    }

    void underWay(PlatformPart part, String words) {
        tell(part, new Step.UnderWay(words));
    }

    void ready(PlatformPart part) {
        tell(part, new Step.Ready());
    }

    void failed(PlatformPart part, String why) {
        tell(part, new Step.Failed(why));
    }

    private void tell(PlatformPart part, Step step) {
        Step before = steps.put(part, step);
        if (!step.equals(before)) {
            listeners.forEach(listener -> listener.accept(part, step));
        }
    }
}
