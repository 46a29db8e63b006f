package io.weir.identity.app;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A bounded map for many threads that forgets what was not asked for lately. Two generations instead of a list: when
 * the young one is full it becomes the old one, and what is found in the old one moves back to the young.
 */
final class RecentlyUsed<K, V> {
    private final int half;
    private volatile Map<K, V> young = new ConcurrentHashMap<>();
    private volatile Map<K, V> old = Map.of();

    RecentlyUsed(int most) {
        this.half = Math.max(1, most / 2);
    }

    Optional<V> get(K key) {
        var value = young.get(key);
        if (value == null) {
            value = old.get(key);
            if (value != null) {
                put(key, value);
            }
        }
        return Optional.ofNullable(value);
    }

    void put(K key, V value) {
        if (young.size() >= half && !young.containsKey(key)) {
            age();
        }
        young.put(key, value);
    }

    private synchronized void age() {
        if (young.size() >= half) {
            old = young;
            young = new ConcurrentHashMap<>();
        }
    }
}
