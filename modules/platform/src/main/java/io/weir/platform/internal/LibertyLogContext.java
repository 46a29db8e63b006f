package io.weir.platform.internal;

import static java.lang.invoke.MethodType.methodType;

import io.weir.platform.api.LogContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger.Level;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Hands the members to Open Liberty's {@code LogRecordContext}, which keeps them by thread. That public API of the
 * server comes as a jar of the server alone, so it is bound by name, once; on a server without it, log lines have no
 * extra members.
 */
@ApplicationScoped
public class LibertyLogContext implements LogContext {
    private static final String CONTEXT = "com.ibm.websphere.logging.hpel.LogRecordContext";
    private static final Optional<Extensions> EXTENSIONS = find();
    private static final ThreadLocal<Set<String>> NAMES = ThreadLocal.withInitial(HashSet::new);

    @Override
    public void put(String name, String value) {
        EXTENSIONS.ifPresent(extensions -> {
            if (value == null || value.isBlank()) {
                extensions.remove(name);
                NAMES.get().remove(name);
            } else {
                extensions.add(name, value);
                NAMES.get().add(name);
            }
        });
    }

    @Override
    public void clear() {
        EXTENSIONS.ifPresent(extensions -> NAMES.get().forEach(extensions::remove));
        NAMES.remove();
    }

    private static Optional<Extensions> find() {
        try {
            var type = Class.forName(CONTEXT, true, LibertyLogContext.class.getClassLoader());
            var lookup = MethodHandles.publicLookup();
            return Optional.of(new Extensions(
                    lookup.findStatic(type, "addExtension", methodType(void.class, String.class, String.class)),
                    lookup.findStatic(type, "removeExtension", methodType(boolean.class, String.class))));
        } catch (ReflectiveOperationException e) {
            System.getLogger(LibertyLogContext.class.getName())
                    .log(Level.INFO, "log lines carry no request id: this server has no " + CONTEXT);
            return Optional.empty();
        }
    }

    private record Extensions(MethodHandle adding, MethodHandle removing) {
        void add(String name, String value) {
            try {
                adding.invokeExact(name, value);
            } catch (Throwable e) {
                throw new IllegalStateException("cannot add log member " + name, e);
            }
        }

        void remove(String name) {
            try {
                boolean ignored = (boolean) removing.invokeExact(name);
            } catch (Throwable e) {
                throw new IllegalStateException("cannot remove log member " + name, e);
            }
        }
    }
}
