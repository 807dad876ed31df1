package io.pilothouse.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where this JVM and its child processes listen, as the kernel tells it. */
final class ListeningSockets {

    private static final String LISTENING = "0A";
    private static final Path SELF = Path.of("/proc/self/net");

    private ListeningSockets() {}

    /** Local addresses in the kernel's hexadecimal form, {@code address:port}, of all sockets of these processes that listen. */
    static List<String> of(Set<Long> pids) throws IOException {
        Set<String> inodes = pids.stream().flatMap(ListeningSockets::inodes).collect(Collectors.toSet());
        return Stream.of("tcp", "tcp6")
                .flatMap(ListeningSockets::lines)
                .map(line -> line.strip().split("\\s+"))
                .filter(fields -> fields[3].equals(LISTENING) && inodes.contains(fields[9]))
                .map(fields -> fields[1])
                .toList();
    }

    /** 127.0.0.0/8, ::1, or an IPv4 loopback address in IPv6's clothes; the kernel writes words in the machine's byte order. */
    static boolean isLoopback(String address) {
        String host = address.substring(0, address.indexOf(':'));
        return host.length() == 8
                ? host.endsWith("7F")
                : host.equals("00000000000000000000000001000000")
                        || host.startsWith("0000000000000000FFFF0000") && host.endsWith("7F");
    }

    private static Stream<String> lines(String table) {
        try {
            return Files.readAllLines(SELF.resolve(table)).stream().skip(1);
        } catch (IOException e) {
            throw new IllegalStateException("The kernel does not tell its sockets", e);
        }
    }

    private static Stream<String> inodes(long pid) {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc", String.valueOf(pid), "fd"))) {
            return descriptors
                    .map(ListeningSockets::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring("socket:[".length(), target.length() - 1))
                    .toList()
                    .stream();
        } catch (IOException endedMeanwhile) {
            return Stream.empty();
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
