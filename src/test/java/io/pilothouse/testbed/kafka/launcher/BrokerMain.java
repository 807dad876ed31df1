package io.pilothouse.testbed.kafka.launcher;

import java.io.PrintStream;

/**
 * Main class of a broker's JVM: formats the log directories if they are new, then runs Kafka's server. Kafka is called by reflection, since
 * its jars are on the child's class path only; this class alone is taken there.
 */
public final class BrokerMain {

    private BrokerMain() {}

    /**
     * @param arguments the server's properties file, and the cluster's id
     */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        String[] format = {"format", "--ignore-formatted", "--cluster-id", arguments[1], "--config", arguments[0]};
        int code = (int) Class.forName("kafka.tools.StorageTool")
                .getMethod("execute", String[].class, PrintStream.class)
                .invoke(null, format, System.out);
        if (code != 0) {
            System.exit(code);
        }
        Class.forName("kafka.Kafka").getMethod("main", String[].class).invoke(null, (Object)
                new String[] {arguments[0]});
    }
}
