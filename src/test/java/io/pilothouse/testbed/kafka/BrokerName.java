package io.pilothouse.testbed.kafka;

/** Which broker: the namespace and the name of its pod, kept over all pods that ever bear it. */
public record BrokerName(String namespace, String pod) {

    /** The name under which others of the Kafka cluster know it in Kubernetes' DNS. */
    public String host(String brokersService) {
        return pod + "." + brokersService + "." + namespace + ".svc";
    }
}
