package io.weir.platform.internal;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.lang.reflect.Type;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.argument.ArgumentFactory;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;

/**
 * How our types are columns: ids as native {@code UUID}, sent as canonical text; {@code Instant} as {@code
 * DATETIME(3)} in UTC, sent as local date and time so that no time zone of driver, server or JVM has a say.
 */
final class JdbiTypes implements JdbiPlugin, ArgumentFactory.Preparable {
    private static final Set<Type> OURS =
            Set.of(UUID.class, TenantId.class, AccountId.class, UserId.class, Instant.class);

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(this);
        jdbi.registerColumnMapper(UUID.class, id(Function.identity()));
        jdbi.registerColumnMapper(TenantId.class, id(TenantId::new));
        jdbi.registerColumnMapper(AccountId.class, id(AccountId::new));
        jdbi.registerColumnMapper(UserId.class, id(UserId::new));
        ColumnMapper<Instant> instants = (rows, column, context) -> instant(rows, column);
        jdbi.registerColumnMapper(Instant.class, instants);
    }

    /**
     * Prepared by type: Jdbi asks such factories first, and its own of {@code UUID} and {@code Instant} are of that
     * kind.
     */
    @Override
    public Optional<Function<Object, Argument>> prepare(Type type, ConfigRegistry config) {
        return OURS.contains(type) ? Optional.of(JdbiTypes::argument) : Optional.empty();
    }

    private static Argument argument(Object value) {
        if (value == null) {
            return (position, statement, context) -> statement.setNull(position, Types.VARCHAR);
        }
        return value instanceof Instant moment
                ? (position, statement, context) -> statement.setObject(position, column(moment))
                : (position, statement, context) -> statement.setString(position, value.toString());
    }

    static LocalDateTime column(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(ChronoUnit.MILLIS);
    }

    static Instant instant(ResultSet rows, int column) throws SQLException {
        var local = rows.getObject(column, LocalDateTime.class);
        return local == null ? null : local.toInstant(ZoneOffset.UTC);
    }

    private static <T> ColumnMapper<T> id(Function<UUID, T> wrap) {
        return (rows, column, context) -> {
            var text = rows.getString(column);
            return text == null ? null : wrap.apply(UUID.fromString(text));
        };
    }
}
