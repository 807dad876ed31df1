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
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where informers of one kind keep their objects, one informer after the other: each object is reduced to a small fact as it enters, and
 * itself let go. What an informer asks back is a stub with the metadata that it compares.
 *
 * @param <T> the kind of object
 * @param <F> what is kept of it
 */
final class ReducingStore<T extends HasMetadata, F> {

    private static final Logger log = LoggerFactory.getLogger(ReducingStore.class);

    private record Kept<F>(String uid, String resourceVersion, F fact) {}

    private final Function<T, F> reduce;
    private final Function<ObjectMeta, T> stub;
    private final Consumer<String> onChange;
    private final Map<String, Map<String, Kept<F>>> byNamespace = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private @Nullable Entrance entrance;

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
        return Optional.ofNullable(byNamespace.get(namespace)).stream()
                .flatMap(names -> names.values().stream())
                .map(Kept::fact)
                .toList();
    }

    /** Counts the changes of what is kept. */
    long changes() {
        return changes.get();
    }

    /** Namespaces that hold an object of this kind. */
    Collection<String> namespaces() {
        return byNamespace.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** This store for an informer that takes over. What the one before still brings, from a list that was under way, is dropped. */
    synchronized ItemStore<T> forNextInformer() {
        Entrance next = new Entrance();
        entrance = next;
        return next;
    }

    private Optional<T> put(String key, T object) {
        try {
            return put(object, reduce.apply(object));
        } catch (RuntimeException e) {
            // the others of the list are wanted all the same
            log.warn("{} {} cannot be read and is left out", object.getKind(), key, e);
            return Optional.empty();
        }
    }

    private Optional<T> put(T object, F fact) {
        ObjectMeta metadata = object.getMetadata();
        String namespace = namespaceOf(object);
        Kept<F> kept = new Kept<>(metadata.getUid(), metadata.getResourceVersion(), fact);
        Kept<F> before = byNamespace
                .computeIfAbsent(namespace, _ -> new ConcurrentHashMap<>())
                .put(metadata.getName(), kept);
        if (before == null || !before.fact().equals(kept.fact())) {
            changed(namespace);
        }
        return Optional.ofNullable(before).map(known -> stub(namespace, metadata.getName(), known));
    }

    private Optional<T> remove(String namespace, String name) {
        Optional<Kept<F>> removed = Optional.ofNullable(byNamespace.get(namespace))
                .flatMap(names -> Optional.ofNullable(names.remove(name)));
        removed.ifPresent(_ -> changed(namespace));
        return removed.map(kept -> stub(namespace, name, kept));
    }

    private void changed(String namespace) {
        changes.incrementAndGet();
        onChange.accept(namespace);
    }

    private T stub(String namespace, String name, Kept<F> kept) {
        return stub.apply(new ObjectMetaBuilder()
                .withNamespace(namespace.isEmpty() ? null : namespace)
                .withName(name)
                .withUid(kept.uid())
                .withResourceVersion(kept.resourceVersion())
                .build());
    }

    private static String namespaceOf(HasMetadata object) {
        return Optional.ofNullable(object.getMetadata().getNamespace()).orElse("");
    }

    /** As informers themselves make keys: {@code namespace/name}, or the name alone. */
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

    /** What one informer sees of the store. */
    private final class Entrance implements ItemStore<T> {

        @Override
        public String getKey(T object) {
            return key(namespaceOf(object), object.getMetadata().getName());
        }

        @Override
        public @Nullable T put(String key, T object) {
            synchronized (ReducingStore.this) {
                return entrance == this ? ReducingStore.this.put(key, object).orElse(null) : null;
            }
        }

        @Override
        public @Nullable T remove(String key) {
            synchronized (ReducingStore.this) {
                return entrance == this
                        ? ReducingStore.this
                                .remove(namespaceOf(key), nameOf(key))
                                .orElse(null)
                        : null;
            }
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
                            .map(named -> stub(entry.getKey(), named.getKey(), named.getValue())));
        }

        @Override
        public int size() {
            return byNamespace.values().stream().mapToInt(Map::size).sum();
        }

        @Override
        public @Nullable T get(String key) {
            String namespace = namespaceOf(key);
            return Optional.ofNullable(byNamespace.get(namespace))
                    .flatMap(names -> Optional.ofNullable(names.get(nameOf(key))))
                    .map(kept -> stub(namespace, nameOf(key), kept))
                    .orElse(null);
        }

        @Override
        public boolean isFullState() {
            return false;
        }
    }
}
