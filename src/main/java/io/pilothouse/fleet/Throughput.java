package io.pilothouse.fleet;

/**
 * Bytes through a Kafka cluster a second, from clients and to clients, summed over its brokers.
 *
 * @param bytesIn written by producers
 * @param bytesOut read by consumers
 */
public record Throughput(double bytesIn, double bytesOut) {}
