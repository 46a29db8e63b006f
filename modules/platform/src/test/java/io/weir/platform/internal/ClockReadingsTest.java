package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ClockReadingsTest {
    private static final TenantId TENANT = new TenantId(Ids.next());
    private static final Instant STANDING = Instant.parse("2027-01-01T00:00:00Z");
    private final AtomicLong nanos = new AtomicLong();
    private Map<TenantId, ClockReading> stored = Map.of();
    private Runnable onReading = () -> { };
    private final ClockReadings readings = new ClockReadings(null, nanos::get) {
        @Override
        Map<TenantId, ClockReading> read() {
            onReading.run();
            return stored;
        }
    };

    /** As events are. */
    record ThingHappened(TenantId tenant, String account, String thing, String secret) {
    }

    @Test
    void aNodeSeesAStoppedClockWithinASecond() {
        assertThat(readings.of(TENANT)).isEqualTo(ClockReading.REAL);
        stored = Map.of(TENANT, standing());
        passes(ClockReadings.STALE_AFTER);
        assertThat(readings.of(TENANT)).isEqualTo(standing());
    }

    @Test
    void andEachStepOfItTenTimesAsSoon() {
        stored = Map.of(TENANT, standing());
        assertThat(readings.of(TENANT)).isEqualTo(standing());
        stored = Map.of(TENANT, new ClockReading(Duration.ofDays(1), Optional.empty()));
        passes(ClockReadings.STALE_ON_THE_WAY);
        assertThat(readings.of(TENANT).ahead()).isEqualTo(Duration.ofDays(1));
        assertThat(ClockReadings.STALE_ON_THE_WAY).isLessThanOrEqualTo(ClockReadings.STALE_AFTER.dividedBy(10));
    }

    @Test
    void betweenThatNobodyIsAsked() {
        readings.of(TENANT);
        stored = Map.of(TENANT, standing());
        passes(ClockReadings.STALE_AFTER.dividedBy(3));
        assertThat(readings.of(TENANT)).isEqualTo(ClockReading.REAL);
    }

    @Test
    void anAnswerThatComesLateDoesNotHideANewerOne() {
        onReading = () -> {
            onReading = () -> { };
            passes(Duration.ofMillis(10));
            stored = Map.of(TENANT, standing());
            assertThat(readings.of(TENANT)).isEqualTo(standing());
            stored = Map.of();
        };
        readings.of(TENANT);
        assertThat(readings.of(TENANT)).isEqualTo(standing());
    }

    @Test
    void anEventIsALineThatTellsItsSubjectAndNothingElse() {
        var account = new AccountId(Ids.next());
        var facts = Json.mapper().<JsonNode>valueToTree(new ThingHappened(TENANT, account.toString(), "t1", "s3cret"));
        assertThat(EventWords.kind(ThingHappened.class)).isEqualTo("thing.happened");
        assertThat(EventWords.subject(facts)).isEqualTo("thing/t1");
        assertThat(EventWords.account(facts)).contains(account);
        assertThat(EventWords.subject(Json.mapper().createObjectNode().set("payment",
                Json.mapper().createObjectNode().putObject("id").put("value", "p1")))).isEqualTo("payment/p1");
    }

    private void passes(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private static ClockReading standing() {
        return new ClockReading(Duration.ZERO, Optional.of(STANDING));
    }
}
