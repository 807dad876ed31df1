package io.pilothouse.testbed.kubelet;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;

/** Where a pod is: its address and its volumes' folders by volume name. */
record PodPlace(InetAddress address, Path directory, Map<String, Path> volumes) {}
