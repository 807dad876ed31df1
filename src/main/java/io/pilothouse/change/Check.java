package io.pilothouse.change;

import java.util.Optional;

/**
 * What stands for or against a change.
 *
 * @param finding one sentence without a full stop
 * @param evidence what it rests on, in a few words; may be empty
 * @param link the page of the console that shows it, as a path
 */
public record Check(Verdict verdict, String finding, String evidence, Optional<String> link) {

    /** How much a check weighs. */
    public enum Verdict {
        /** Nothing stands against it. */
        PASS,
        /** The console cannot tell. */
        UNKNOWN,
        /** People should know before they confirm. */
        WARN,
        /** Not to be done, unless by who may override. */
        BLOCK
    }

    public static Check pass(String finding, String evidence) {
        return new Check(Verdict.PASS, finding, evidence, Optional.empty());
    }

    public static Check unknown(String finding, String evidence) {
        return new Check(Verdict.UNKNOWN, finding, evidence, Optional.empty());
    }

    public static Check warn(String finding, String evidence) {
        return new Check(Verdict.WARN, finding, evidence, Optional.empty());
    }

    public static Check block(String finding, String evidence) {
        return new Check(Verdict.BLOCK, finding, evidence, Optional.empty());
    }

    /** The same with the page that shows it. */
    public Check at(String path) {
        return new Check(verdict, finding, evidence, Optional.of(path));
    }

    /** Whether it stands in the way. */
    public boolean blocks() {
        return verdict == Verdict.BLOCK;
    }
}
