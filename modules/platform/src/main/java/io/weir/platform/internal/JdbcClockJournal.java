package io.weir.platform.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.ClockJournal;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Json;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The table {@code platform_clock_entry}, within the transaction of the caller. */
@ApplicationScoped
@Transactional
public class JdbcClockJournal implements ClockJournal {
    private static final Duration KEPT = Duration.ofDays(90);
    private static final int LONGEST = 200;
    @Inject
    Database database;
    @Inject
    ClockReadings readings;
    @Inject
    Time time;

    @Override
    public void note(TenantId tenant, Optional<AccountId> account, String kind, String subject) {
        if (readings.of(tenant).isStanding()) {
            database.inTransaction().useHandle(handle -> handle.createUpdate("""
                    INSERT INTO platform_clock_entry (tenant_id, id, happened_at, noted_at, kind, subject, account_id)
                    VALUES (:tenant, :id, :at, :now, :kind, :subject, :account)
                    ON DUPLICATE KEY UPDATE noted_at = noted_at""")
                    .bind("tenant", tenant).bind("id", Ids.next()).bind("at", time.now(tenant))
                    .bind("now", time.now()).bind("kind", kind)
                    .bind("subject", subject.substring(0, Math.min(LONGEST, subject.length())))
                    .bind("account", account.map(AccountId::toString).orElse(null)).execute());
        }
    }

    /** An event that other modules may observe; what a module tells itself is left out. */
    public void published(TenantId tenant, Record event) {
        var type = event.getClass();
        if (type.getPackageName().endsWith(".api") && readings.of(tenant).isStanding()) {
            var facts = Json.mapper().<JsonNode>valueToTree(event);
            note(tenant, EventWords.account(facts), EventWords.kind(type), EventWords.subject(facts));
        }
    }

    @Override
    public List<Entry> since(TenantId tenant, Instant from, int most) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT happened_at, kind, subject, account_id FROM platform_clock_entry
                WHERE tenant_id = :tenant AND happened_at >= :from ORDER BY happened_at, id LIMIT :most""")
                .bind("tenant", tenant).bind("from", from).bind("most", most)
                .map((row, context) -> new Entry(JdbiTypes.instant(row, 1), row.getString(2), row.getString(3),
                        Optional.ofNullable(row.getString(4)).map(AccountId::of))).list());
    }

    public void forgetOld(TenantId tenant) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("""
                DELETE FROM platform_clock_entry WHERE tenant_id = :tenant AND noted_at < :before""")
                .bind("tenant", tenant).bind("before", time.now().minus(KEPT)).execute());
    }
}
