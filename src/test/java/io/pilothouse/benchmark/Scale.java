package io.pilothouse.benchmark;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How much there is.
 *
 * @param nodes of Kubernetes
 * @param deployments each with one ReplicaSet, spread over the namespaces
 * @param podsEach pods of a Deployment
 * @param topics each with {@link #PARTITIONS} partitions of two replicas
 * @param groups each with offsets committed of {@link #TOPICS_READ} topics
 */
record Scale(int nodes, int deployments, int podsEach, int topics, int groups) {

    static final int NAMESPACES = 20;
    static final int PARTITIONS = 4;
    static final int TOPICS_READ = 5;

    /** Nothing that could be waited for. */
    static final Scale NOTHING = new Scale(0, 0, 0, 0, 0);

    /** From five numbers, separated by commas, in the order of the components. */
    static Scale parse(String text) {
        int[] numbers = Stream.of(text.split(",")).mapToInt(Integer::parseInt).toArray();
        if (numbers.length != 5) {
            throw new IllegalArgumentException(text + " is not nodes,deployments,podsEach,topics,groups");
        }
        return new Scale(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
    }

    int pods() {
        return deployments * podsEach;
    }

    int partitions() {
        return topics * PARTITIONS;
    }

    /** The part of it that is in Kubernetes. */
    Scale kubernetesAlone() {
        return new Scale(nodes, deployments, podsEach, 0, 0);
    }

    /** The part of it that is in Kafka. */
    Scale kafkaAlone() {
        return new Scale(0, 0, 0, topics, groups);
    }

    static String namespace(int deployment) {
        return "team-" + deployment % NAMESPACES;
    }

    static String service(int deployment) {
        return "service-" + deployment;
    }

    static String pod(int deployment, int number) {
        return service(deployment) + "-6c8b6d7f9d-"
                + Integer.toString(60_466_176 + number * 7919, 36).substring(1);
    }

    static String node(int number) {
        return "node-" + number;
    }

    static String topic(int number) {
        return "events-" + number;
    }

    @Override
    public String toString() {
        return IntStream.of(nodes, deployments, podsEach, topics, groups)
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
    }
}
