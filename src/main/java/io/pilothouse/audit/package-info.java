/** Who did what, when, with which before and after: kept for good in a Kafka topic. */
@NullMarked
package io.pilothouse.audit;

import org.jspecify.annotations.NullMarked;
