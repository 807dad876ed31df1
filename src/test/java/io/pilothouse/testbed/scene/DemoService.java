package io.pilothouse.testbed.scene;

/** What the image of a demo service does. */
interface DemoService {

    /**
     * Does its work until {@link ServiceContext#stopping()} or a failure, and returns the exit code.
     *
     * @throws InterruptedException if the grace period ran out
     */
    int run(ServiceContext context) throws InterruptedException;
}
