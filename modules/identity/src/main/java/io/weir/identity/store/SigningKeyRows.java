package io.weir.identity.store;

import com.nimbusds.jose.jwk.RSAKey;
import io.weir.identity.domain.KeyRing;
import io.weir.identity.domain.SigningKey;
import io.weir.platform.api.Database;
import io.weir.platform.api.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.time.Instant;

/** The installation's signing keys. The private part is sealed for its own row before it leaves the memory. */
@ApplicationScoped
@Transactional
public class SigningKeyRows {
    private static final String ALL = """
            SELECT kid, generation, sealed_private_jwk, active_from, retire_at
            FROM identity_signing_key ORDER BY generation""";
    private static final String ADD = """
            INSERT INTO identity_signing_key (kid, generation, public_jwk, sealed_private_jwk, created_at, active_from)
            VALUES (:kid, :generation, :public, :sealed, :now, :from)
            ON DUPLICATE KEY UPDATE generation = identity_signing_key.generation""";
    private static final String RETIRE = """
            UPDATE identity_signing_key SET retire_at = :at WHERE generation < :generation AND retire_at IS NULL""";

    @Inject
    Database database;
    @Inject
    Secrets secrets;

    public KeyRing all() {
        return new KeyRing(database.inTransaction().withHandle(handle ->
                handle.createQuery(ALL).map((row, context) -> key(row)).list()));
    }

    /** Quiet when another node has made this generation already: then its key counts, not this one. */
    public void add(SigningKey key, Instant now) {
        var sealed = secrets.seal(key.privateJson().getBytes(StandardCharsets.UTF_8), context(key.kid()));
        database.inTransaction().useHandle(handle -> handle.createUpdate(ADD).bind("kid", key.kid())
                .bind("generation", key.generation()).bind("public", key.publicKey().toJSONString())
                .bind("sealed", sealed)
                .bind("now", now).bind("from", key.activeFrom()).execute());
    }

    /** Says when the predecessors of a generation are to be forgotten. */
    public void retireBefore(int generation, Instant at) {
        database.inTransaction().useHandle(handle ->
                handle.createUpdate(RETIRE).bind("generation", generation).bind("at", at).execute());
    }

    public void forgetRetired(Instant now) {
        database.inTransaction().useHandle(handle ->
                handle.execute("DELETE FROM identity_signing_key WHERE retire_at <= ?", now));
    }

    private SigningKey key(ResultSet row) throws SQLException {
        var opened = secrets.open(row.getBytes("sealed_private_jwk"), context(row.getString("kid")));
        try {
            return new SigningKey(RSAKey.parse(new String(opened, StandardCharsets.UTF_8)), row.getInt("generation"),
                    Columns.instant(row, "active_from"), Columns.optionalInstant(row, "retire_at"));
        } catch (ParseException e) {
            throw new IllegalStateException("signing key " + row.getString("kid"), e);
        }
    }

    private static String context(String kid) {
        return "signing-key/" + kid;
    }
}
