package io.pilothouse.kubernetes;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an informer keeps its objects: each is reduced to a small fact as it enters, and the object itself let go. What the informer
 * asks back is a stub with the metadata that it compares.
 *
 * @param <T> the kind of object
 * @param <F> what is kept of it
 */
final class ReducingStore<T extends HasMetadata, F> implements ItemStore<T> {

    private record Kept<F>(String uid, String resourceVersion, F fact) {}

    private final Function<T, F> reduce;
    private final Function<ObjectMeta, T> stub;
    private final Consumer<String> onChange;
    private final Map<String, Map<String, Kept<F>>> byNamespace = new ConcurrentHashMap<>();

    /**
     * @param stub an object of the kind with nothing but metadata
     * @param onChange told the namespace of what changed; empty for objects in none
     */
    ReducingStore(Function<T, F> reduce, Function<ObjectMeta, T> stub, Consumer<String> onChange) {
        this.reduce = reduce;
        this.stub = stub;
        this.onChange = onChange;
    }

    /** What is kept of the objects of the namespace; empty string for objects in none. */
    List<F> facts(String namespace) {
        return namespace(namespace).map(Kept::fact).toList();
    }

    /** Namespaces that hold an object of this kind. */
    Collection<String> namespaces() {
        return byNamespace.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public String getKey(T object) {
        return key(namespaceOf(object), object.getMetadata().getName());
    }

    @Override
    public @Nullable T put(String key, T object) {
        ObjectMeta metadata = object.getMetadata();
        Kept<F> kept = new Kept<>(metadata.getUid(), metadata.getResourceVersion(), reduce.apply(object));
        Kept<F> before = byNamespace
                .computeIfAbsent(namespaceOf(object), _ -> new ConcurrentHashMap<>())
                .put(metadata.getName(), kept);
        if (before == null || !before.fact().equals(kept.fact())) {
            onChange.accept(namespaceOf(object));
        }
        return before == null ? null : stub(key, before);
    }

    @Override
    public @Nullable T remove(String key) {
        Map<String, Kept<F>> namespace = byNamespace.get(namespaceOf(key));
        Kept<F> removed = namespace == null ? null : namespace.remove(nameOf(key));
        if (removed == null) {
            return null;
        }
        onChange.accept(namespaceOf(key));
        return stub(key, removed);
    }

    @Override
    public Stream<String> keySet() {
        return byNamespace.entrySet().stream()
                .flatMap(entry -> entry.getValue().keySet().stream().map(name -> key(entry.getKey(), name)));
    }

    @Override
    public Stream<T> values() {
        return byNamespace.entrySet().stream()
                .flatMap(entry -> entry.getValue().entrySet().stream()
                        .map(named -> stub(key(entry.getKey(), named.getKey()), named.getValue())));
    }

    @Override
    public int size() {
        return byNamespace.values().stream().mapToInt(Map::size).sum();
    }

    @Override
    public @Nullable T get(String key) {
        return Optional.ofNullable(byNamespace.get(namespaceOf(key)))
                .flatMap(namespace -> Optional.ofNullable(namespace.get(nameOf(key))))
                .map(kept -> stub(key, kept))
                .orElse(null);
    }

    @Override
    public boolean isFullState() {
        return false;
    }

    private Stream<Kept<F>> namespace(String namespace) {
        return Optional.ofNullable(byNamespace.get(namespace)).stream().flatMap(names -> names.values().stream());
    }

    private T stub(String key, Kept<F> kept) {
        String namespace = namespaceOf(key);
        return stub.apply(new ObjectMetaBuilder()
                .withNamespace(namespace.isEmpty() ? null : namespace)
                .withName(nameOf(key))
                .withUid(kept.uid())
                .withResourceVersion(kept.resourceVersion())
                .build());
    }

    private static String namespaceOf(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getNamespace()).orElse("");
    }

    /** As the informer itself makes keys: {@code namespace/name}, or the name alone. */
    private static String key(String namespace, String name) {
        return namespace.isEmpty() ? name : namespace + "/" + name;
    }

    private static String namespaceOf(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? "" : key.substring(0, slash);
    }

    private static String nameOf(String key) {
        return key.substring(key.indexOf('/') + 1);
    }
}
