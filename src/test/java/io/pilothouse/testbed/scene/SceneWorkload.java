package io.pilothouse.testbed.scene;

import java.util.Map;

/** A workload of the scene as far as it can run without Kubernetes: without variables that refer to other objects. */
record SceneWorkload(String image, int replicas, Map<String, String> environment) {}
