package io.pilothouse.groups.ui;

import io.pilothouse.fleet.PartitionId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes partitions in short. */
final class AssignedPartitions {

    private AssignedPartitions() {}

    /** "orders 0–3, 7; payments 1". */
    static String inWords(List<PartitionId> partitions) {
        Map<String, List<Integer>> byTopic = partitions.stream()
                .sorted()
                .collect(Collectors.groupingBy(
                        PartitionId::topic,
                        TreeMap::new,
                        Collectors.mapping(PartitionId::number, Collectors.toList())));
        return byTopic.entrySet().stream()
                .map(topic -> topic.getKey() + " " + ranges(topic.getValue()))
                .collect(Collectors.joining("; "));
    }

    private static String ranges(List<Integer> numbers) {
        StringBuilder words = new StringBuilder();
        int begin = 0;
        for (int index = 0; index < numbers.size(); index++) {
            boolean last = index == numbers.size() - 1 || numbers.get(index + 1) != numbers.get(index) + 1;
            if (last) {
                String range = begin == index
                        ? String.valueOf(numbers.get(begin))
                        : numbers.get(begin) + "–" + numbers.get(index);
                words.append(words.isEmpty() ? "" : ", ").append(range);
                begin = index + 1;
            }
        }
        return words.toString();
    }
}
