package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentProofs.Proof;
import io.weir.payments.api.PaymentProofs.Upload;
import io.weir.payments.store.ProofRows;
import io.weir.payments.store.ProofRows.Stored;
import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStoreException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredProofsTest {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 4));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 5));
    private static final UserId PAYER = new UserId(new UUID(0, 6));
    private final Memory objects = new Memory();
    private final Steps steps = new Steps();
    private final StoredProofs proofs = new StoredProofs();

    @BeforeEach
    void connect() {
        proofs.objects = objects;
        proofs.steps = steps;
        proofs.time = new Fakes.StoppedClock();
        proofs.sweep = new ProofSweep();
        proofs.sweep.objects = objects;
        proofs.sweep.proofs = steps.rows;
        proofs.sweep.time = proofs.time;
    }

    @Test
    void the_file_is_there_before_its_row() {
        var proof = add();
        assertThat(steps.rows.kept).containsOnlyKeys("payments/" + Fakes.TENANT + "/" + PAYMENT + "/" + proof.id());
        assertThat(objects.files.keySet()).isEqualTo(steps.rows.kept.keySet());
        assertThat(steps.filesAtInsert).isEqualTo(1);
    }

    @Test
    void the_same_file_again_touches_no_store() {
        var proof = add();
        objects.broken = true;
        assertThat(add()).isEqualTo(proof);
    }

    @Test
    void a_no_at_the_end_takes_the_file_away_again() {
        steps.fails = Refusal.conflict("PROOF_NOT_EXPECTED").asException();
        assertThatThrownBy(this::add).hasMessage("PROOF_NOT_EXPECTED");
        assertThat(objects.files).isEmpty();
    }

    @Test
    void an_unknown_end_leaves_the_file_to_the_sweep() {
        steps.fails = new IllegalStateException("connection lost at commit");
        assertThatThrownBy(this::add).isInstanceOf(IllegalStateException.class);
        assertThat(objects.files).hasSize(1);
        assertThat(proofs.sweepOrphans()).as("it is young").isZero();
        objects.putAt = Fakes.NOW.minus(Duration.ofDays(2));
        objects.files.keySet().forEach(key -> objects.files.put(key, objects.putAt));
        assertThat(proofs.sweepOrphans()).isEqualTo(1);
        assertThat(objects.files).isEmpty();
    }

    @Test
    void the_sweep_leaves_what_is_known() {
        objects.putAt = Fakes.NOW.minus(Duration.ofDays(2));
        add();
        assertThat(proofs.sweepOrphans()).isZero();
        assertThat(objects.files).hasSize(1);
    }

    @Test
    void a_store_that_fails_leaves_no_row_and_says_try_again() {
        objects.broken = true;
        assertThatThrownBy(this::add).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.refusal().code()).isEqualTo("PROOF_STORE_UNAVAILABLE");
            assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        });
        assertThat(steps.rows.kept).isEmpty();
    }

    @Test
    void too_large_is_told_before_anything_is_looked_at() {
        var large = new Upload("a.png", new byte[PaymentProofs.MOST_BYTES + 1], PAYER);
        assertThatThrownBy(() -> proofs.add(Fakes.TENANT, ACCOUNT, PAYMENT, large)).hasMessage("PROOF_TOO_LARGE");
    }

    private Proof add() {
        return proofs.add(Fakes.TENANT, ACCOUNT, PAYMENT, new Upload("a.png", picture(), PAYER));
    }

    private static byte[] picture() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(4, 3, BufferedImage.TYPE_INT_RGB), "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private final class Steps extends ProofSteps {
        private final Rows rows = new Rows();
        private RuntimeException fails;
        private int filesAtInsert;

        @Override
        public Optional<Proof> expect(TenantId tenant, AccountId account, PaymentId payment, String sha256) {
            return rows.kept.values().stream().filter(proof -> proof.sha256().equals(sha256)).findFirst();
        }

        @Override
        public Proof keep(TenantId tenant, AccountId account, Stored stored) {
            filesAtInsert = objects.files.size();
            if (fails != null) {
                throw fails;
            }
            rows.kept.put(stored.objectKey(), stored.proof());
            return stored.proof();
        }
    }

    private static final class Rows extends ProofRows {
        private final Map<String, Proof> kept = new TreeMap<>();

        @Override
        public Set<String> known(Collection<String> keys) {
            return keys.stream().filter(kept::containsKey).collect(Collectors.toSet());
        }
    }

    /** Files by key, with the time they were put. */
    private static final class Memory implements ObjectStore {
        private final TreeMap<String, Instant> files = new TreeMap<>();
        private Instant putAt = Fakes.NOW;
        private boolean broken;

        @Override
        public void put(String key, byte[] bytes, String mediaType) {
            if (broken) {
                throw new ObjectStoreException("it is down", null);
            }
            files.put(key, putAt);
        }

        @Override
        public void put(String key, Content content) {
            put(key, new byte[0], content.mediaType());
        }

        @Override
        public Optional<Content> get(String key) {
            return Optional.of(new Content(new ByteArrayInputStream(new byte[0]), 0, "image/png"));
        }

        @Override
        public boolean exists(String key) {
            return files.containsKey(key);
        }

        @Override
        public void delete(String key) {
            files.remove(key);
        }

        @Override
        public List<Listed> list(String prefix, String after, int most) {
            return files.tailMap(after, false).entrySet().stream().filter(file -> file.getKey().startsWith(prefix))
                    .limit(most).map(file -> new Listed(file.getKey(), file.getValue())).toList();
        }

        @Override
        public Optional<URI> presignedGet(String key, Duration validity) {
            return Optional.empty();
        }
    }
}
