package io.pilothouse.benchmark;

import io.pilothouse.Pilothouse;
import io.pilothouse.fleet.internal.SliceRebuild;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The console in a JVM of its own, with somebody inside who measures. Its first argument is the {@link Scale} that its picture is to reach,
 * the others are the console's settings. Answers each line of its input by one line, and ends with its input.
 */
final class ConsoleProbe {

    private final ConfigurableApplicationContext console;
    private final FirstPicture firstPicture;

    private ConsoleProbe(ConfigurableApplicationContext console, FirstPicture firstPicture) {
        this.console = console;
        this.firstPicture = firstPicture;
    }

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        FirstPicture firstPicture = new FirstPicture(Scale.parse(arguments[0]));
        ConfigurableApplicationContext console = new SpringApplicationBuilder(Pilothouse.class)
                .initializers(context -> {
                    firstPicture.in(context);
                    context.getBeanFactory().registerSingleton("firstPicture", firstPicture);
                })
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        ConsoleProbe probe = new ConsoleProbe(console, firstPicture);
        int status = 1;
        try (BufferedReader questions = new BufferedReader(new InputStreamReader(System.in))) {
            for (String question = questions.readLine(); question != null; question = questions.readLine()) {
                out.println("= " + probe.answer(question));
            }
            status = 0;
        } catch (Exception e) {
            e.printStackTrace();
        }
        // the console's own threads would keep the JVM
        System.exit(status);
    }

    private String answer(String question) throws Exception {
        String[] words = question.split(" ");
        return switch (words[0]) {
            case "picture" -> firstPicture.millis();
            case "heap" -> String.valueOf(heap());
            case "changes" -> new PodChanges(console).measure(Integer.parseInt(words[1]));
            case "slices" -> SliceRebuild.measure(console, new PodChanges(console)::next);
            default -> throw new IllegalArgumentException(question);
        };
    }

    /** Bytes in use after a collection. */
    private static long heap() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }
}
