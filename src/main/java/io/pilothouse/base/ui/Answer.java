package io.pilothouse.base.ui;

import java.time.Instant;
import java.util.Optional;

/**
 * What a page says before anything else: the answer to the question people come with, in words.
 *
 * @param headline the answer, a sentence without a full stop
 * @param since how long it has been so, where that matters and is known
 * @param rest what else to say, in whole sentences; may be empty
 */
public record Answer(String headline, Optional<Instant> since, String rest) {

    public Answer(String headline, String rest) {
        this(headline, Optional.empty(), rest);
    }
}
