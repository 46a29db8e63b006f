package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** The test cards that accounts have paid with, by name. */
@ApplicationScoped
@Transactional
public class MethodRows {
    private static final String NOT_USUAL = """
            UPDATE sandbox_method SET usual = FALSE WHERE tenant_id = :tenant AND account_id = :account""";
    private static final String USE = """
            INSERT INTO sandbox_method (tenant_id, account_id, card, usual, used_at)
            VALUES (:tenant, :account, :card, TRUE, :now)
            ON DUPLICATE KEY UPDATE usual = TRUE, used_at = :now""";
    private static final String SELECT = """
            SELECT card, usual FROM sandbox_method WHERE tenant_id = :tenant AND account_id = :account
            ORDER BY used_at DESC, card""";
    private static final String DELETE = """
            DELETE FROM sandbox_method WHERE tenant_id = :tenant AND account_id = :account AND card = :card""";

    @Inject
    Database database;

    /** A card, and whether it is the one that is charged. */
    record Kept(TestCard card, boolean usual) {
    }

    /** Keeps it, and charges it from now on. */
    public void use(TenantId tenant, AccountId account, TestCard card, Instant now) {
        database.inTransaction().useHandle(handle -> {
            handle.createUpdate(NOT_USUAL).bind("tenant", tenant).bind("account", account).execute();
            handle.createUpdate(USE).bind("tenant", tenant).bind("account", account).bind("card", card.name())
                    .bind("now", now).execute();
        });
    }

    /** The last used first. */
    public List<Kept> of(TenantId tenant, AccountId account) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT).bind("tenant", tenant)
                .bind("account", account).map((row, context) -> new Kept(TestCard.valueOf(row.getString("card")),
                        row.getBoolean("usual"))).list());
    }

    /** @return whether the account had it */
    public boolean remove(TenantId tenant, AccountId account, TestCard card) {
        return database.inTransaction().withHandle(handle -> handle.createUpdate(DELETE).bind("tenant", tenant)
                .bind("account", account).bind("card", card.name()).execute()) == 1;
    }
}
