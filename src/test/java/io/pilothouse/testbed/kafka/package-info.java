/** Real KRaft brokers as child processes, run as the containers of Strimzi's image. */
@NullMarked
package io.pilothouse.testbed.kafka;

import org.jspecify.annotations.NullMarked;
