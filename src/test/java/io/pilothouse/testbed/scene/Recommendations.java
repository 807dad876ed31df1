package io.pilothouse.testbed.scene;

/** Needs {@code MODEL_URL}, and says so before it fails; otherwise it consumes clicks. */
final class Recommendations implements DemoService {

    private static final String LOGGER = "shop.recommendations.ModelLoader";

    private final DemoService work = new KafkaWorker("shop.recommendations.ClickConsumer", "Ranked for");

    @Override
    public int run(ServiceContext context) throws InterruptedException {
        context.log().info(LOGGER, "Starting recommendations, loading the ranking model");
        if (context.setting("MODEL_URL").isEmpty()) {
            context.log().error(LOGGER, "MODEL_URL is not set");
            context.log().error(LOGGER, "Cannot start without a ranking model, giving up");
            return 1;
        }
        context.log().info(LOGGER, "Loaded the model from " + context.required("MODEL_URL"));
        return work.run(context);
    }
}
