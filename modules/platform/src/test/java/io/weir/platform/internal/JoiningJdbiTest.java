package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** On a connection that, as the server's do, leaves auto-commit only when the first statement enlists it. */
class JoiningJdbiTest {
    private final List<String> endings = new ArrayList<>();
    private final List<Object> bound = new ArrayList<>();
    private boolean enlisted;

    @Test
    void theTransactionIsLeftToTheContainer() {
        var jdbi = JndiDatabase.joining(fake(DataSource.class, "getConnection", connection()));
        int rows = jdbi.withHandle(handle -> handle.execute("DELETE FROM platform_outbox WHERE id = ?", Ids.next()));
        assertThat(rows).isEqualTo(1);
        assertThat(endings).containsExactly("close");
    }

    @Test
    void ourTypesAreBoundAsTheirColumnsWantThem() {
        var tenant = new TenantId(Ids.next());
        var jdbi = JndiDatabase.joining(fake(DataSource.class, "getConnection", connection()));
        var id = Ids.next();
        jdbi.useHandle(handle -> handle
                .createUpdate("UPDATE x SET a = :moment, b = :none WHERE tenant_id = :tenant AND id = :id")
                .bind("tenant", tenant).bind("id", id).bind("moment", Instant.parse("2026-01-31T12:00:00.123456Z"))
                .bindByType("none", null, Instant.class).execute());
        assertThat(bound).containsExactly(LocalDateTime.parse("2026-01-31T12:00:00.123"), "NULL",
                tenant.toString(), id.toString());
    }

    private Connection connection() {
        return proxy(Connection.class, (method, arguments) -> switch (method) {
            case "getAutoCommit" -> !enlisted;
            case "prepareStatement" -> statement();
            case "commit", "rollback", "setAutoCommit", "close" -> {
                endings.add(method);
                yield null;
            }
            default -> null;
        });
    }

    private PreparedStatement statement() {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            switch (method) {
                case "setString", "setObject" -> bound.add(arguments[1]);
                case "setNull" -> bound.add("NULL");
                case "execute", "executeUpdate" -> enlisted = true;
                default -> { }
            }
            return switch (method) {
                case "getUpdateCount", "executeUpdate" -> 1;
                case "execute" -> false;
                default -> null;
            };
        });
    }

    private static <T> T fake(Class<T> type, String answered, Object answer) {
        return proxy(type, (method, arguments) -> method.equals(answered) ? answer : null);
    }

    private interface Calls {
        Object answer(String method, Object[] arguments);
    }

    private static <T> T proxy(Class<T> type, Calls calls) {
        InvocationHandler answers = (proxy, method, arguments) -> {
            var answer = calls.answer(method.getName(), arguments);
            return answer == null ? nothing(method.getReturnType()) : answer;
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }

    private static Object nothing(Class<?> type) {
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? 0 : null;
    }
}
