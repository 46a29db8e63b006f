package io.weir.metering.store;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOW;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.domain.Agenda;
import io.weir.metering.domain.Ask;
import io.weir.platform.api.Database;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class JdbcBatchStoreTest {
    private final List<String> sent = new ArrayList<>();

    /** The server may still be busy with the lost writes, the last of which is the row that tells. */
    @Test
    void a_lost_commit_is_looked_up_behind_the_locks_of_its_batch() {
        var store = new JdbcBatchStore(new EmptyDatabase(), () -> "SELECT 0", id(1), 0);
        var agenda = Agenda.of(List.of(new Ask.Charge(demand(ACME, 2), FACTS), new Ask.Release(ACME, id(7))));
        store.lock(agenda, NOW);
        store.discard();
        sent.clear();
        assertThat(store.committed(id(9))).isFalse();
        var lookUp = sent.get(sent.size() - 1);
        assertThat(lookUp).containsSubsequence(LockSql.allowances(agenda, NOW).prepared(),
                LockSql.reservations(agenda).prepared(), "SELECT last_batch FROM metering_flusher", "FOR UPDATE");
    }

    /** Has no rows, and keeps what it was sent. */
    private final class EmptyDatabase implements Database {
        @Override
        public Jdbi inTransaction() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSource ownCommits() {
            throw new UnsupportedOperationException();
        }

        @Override
        public DataSource admission() {
            return fake(DataSource.class, Map.of("getConnection", connection()));
        }

        private Connection connection() {
            var rows = fake(ResultSet.class, Map.of("next", false));
            var statement = fake(PreparedStatement.class, Map.of("execute", true, "getResultSet", rows,
                    "getMoreResults", true));
            return fake(Connection.class, Map.of("prepareStatement", statement, "createStatement", statement));
        }

        private <T> T fake(Class<T> type, Map<String, Object> answers) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
                    (self, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")) {
                            sent.add((String) arguments[0]);
                        }
                        return answers.get(method.getName());
                    }));
        }
    }
}
