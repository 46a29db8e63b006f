package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Money;
import io.weir.paymentgateways.Orders;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Agreements.Change;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxAgreementTest {
    private static final Duration MONTH = Duration.ofDays(31);
    private final Sandbox sandbox = new Sandbox("http://127.0.0.1:9080");

    @Test
    void a_paid_checkout_of_what_goes_on_begins_one() {
        var begun = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of());
        assertThat(begun.state().paidUntil()).contains(Instant.parse("2026-03-03T04:05:06Z"));
        assertThat(sandbox.told()).containsExactly(SandboxEvent.PAID, SandboxEvent.AGREEMENT);
        assertThat(sandbox.upkeep.chargeDue(100)).isZero();
    }

    @Test
    void what_happened_can_be_told_backwards() {
        sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of("reorder", "on"));
        assertThat(sandbox.told()).containsExactly(SandboxEvent.AGREEMENT, SandboxEvent.PAID, SandboxEvent.PROCESSING);
    }

    @Test
    void each_period_is_charged_once_by_the_tenants_clock() {
        sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of());
        sandbox.told();
        sandbox.clock.advanceTenants(Duration.ofDays(90));
        assertThat(sandbox.upkeep.chargeDue(100)).isEqualTo(3);
        assertThat(sandbox.upkeep.chargeDue(100)).isZero();
        assertThat(sandbox.books.charges.all).hasSize(4);
        assertThat(sandbox.agreement().state().paidUntil()).contains(Instant.parse("2026-06-03T04:05:06Z"));
        var renewed = sandbox.books.notices.queue.get(0).event();
        assertThat(renewed.toNotice().fact()).isInstanceOfSatisfying(Fact.Renewed.class, fact -> {
            assertThat(fact.charge()).isEqualTo("sbx_ch_" + Orders.PAYMENT + "_1");
            assertThat(fact.amount().minor()).isEqualTo(99_000);
            assertThat(fact.product()).contains("co-ban");
            assertThat(fact.subject().orderCode()).hasValue(Orders.ORDER_CODE);
        });
        assertThat(sandbox.told()).containsExactly(SandboxEvent.RENEWED, SandboxEvent.AGREEMENT, SandboxEvent.RENEWED,
                SandboxEvent.AGREEMENT, SandboxEvent.RENEWED, SandboxEvent.AGREEMENT);
    }

    @Test
    void changes_of_one_agreement_are_in_order_even_within_a_moment() {
        sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of());
        sandbox.clock.advanceTenants(Duration.ofDays(90));
        sandbox.upkeep.chargeDue(100);
        assertThat(sandbox.books.notices.queue.stream().map(Sending::event)
                .filter(event -> event.type().equals(SandboxEvent.AGREEMENT)).map(event -> event.occurredAt().get()))
                .hasSize(4).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void a_card_that_fails_is_tried_again_and_then_it_ends() {
        sandbox.subscribed(SandboxOutcome.FAILS_ON_RENEWAL, Map.of());
        sandbox.told();
        sandbox.clock.advanceTenants(Duration.ofDays(28));
        assertThat(sandbox.upkeep.chargeDue(100)).isEqualTo(1);
        assertThat(sandbox.agreement().state().status()).isEqualTo(Status.PAST_DUE);
        assertThat(sandbox.told()).containsExactly(SandboxEvent.NOT_RENEWED, SandboxEvent.AGREEMENT);
        sandbox.clock.advanceTenants(Duration.ofDays(7));
        assertThat(sandbox.upkeep.chargeDue(100)).isEqualTo(Course.RETRIES.size());
        assertThat(sandbox.agreement().state().status()).isEqualTo(Status.ENDED);
        assertThat(sandbox.upkeep.chargeDue(100)).isZero();
        assertThat(sandbox.books.charges.all).as("only the first was paid").hasSize(1);
    }

    @Test
    void another_card_heals_what_is_past_due() {
        sandbox.subscribed(SandboxOutcome.FAILS_ON_RENEWAL, Map.of());
        sandbox.clock.advanceTenants(Duration.ofDays(28));
        sandbox.upkeep.chargeDue(100);
        sandbox.portals.act(link(), "card", "succeed");
        sandbox.clock.advanceTenants(Duration.ofDays(1));
        sandbox.upkeep.chargeDue(100);
        assertThat(sandbox.agreement().state().status()).isEqualTo(Status.ACTIVE);
        assertThat(sandbox.agreement().state().paidUntil()).contains(Instant.parse("2026-04-03T04:05:06Z"));
    }

    @Test
    void cancelled_for_the_periods_end_it_is_charged_no_more_unless_resumed() {
        var reference = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of()).reference();
        sandbox.told();
        assertThat(desk().cancel(Sandbox.MERCHANT, reference, true).cancelAtPeriodEnd()).isTrue();
        desk().cancel(Sandbox.MERCHANT, reference, true);
        assertThat(sandbox.told()).as("twice is once").containsExactly(SandboxEvent.AGREEMENT);
        assertThat(desk().resume(Sandbox.MERCHANT, reference).cancelAtPeriodEnd()).isFalse();
        desk().cancel(Sandbox.MERCHANT, reference, true);
        sandbox.clock.advanceTenants(MONTH);
        sandbox.upkeep.chargeDue(100);
        assertThat(desk().look(Sandbox.MERCHANT, reference).status()).isEqualTo(Status.ENDED);
        assertThat(sandbox.books.charges.all).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void an_ended_one_stays_ended(boolean atPeriodEnd) {
        var reference = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of()).reference();
        desk().cancel(Sandbox.MERCHANT, reference, false);
        sandbox.told();
        assertThat(desk().cancel(Sandbox.MERCHANT, reference, atPeriodEnd).status()).isEqualTo(Status.ENDED);
        assertThatThrownBy(() -> desk().resume(Sandbox.MERCHANT, reference)).isInstanceOf(GatewayException.class);
        for (var atOnce : List.of(true, false)) {
            assertThatThrownBy(() -> desk().change(Sandbox.MERCHANT, reference, change("k", 300_000, atOnce)))
                    .isInstanceOf(GatewayException.class);
        }
        sandbox.clock.advanceTenants(MONTH);
        assertThat(sandbox.upkeep.chargeDue(100)).isZero();
        assertThat(sandbox.told()).isEmpty();
    }

    @Test
    void an_unknown_one_is_not_known() {
        assertThatThrownBy(() -> desk().look(Sandbox.MERCHANT, "sbx_agr_none")).isInstanceOf(GatewayException.class);
        assertThatThrownBy(() -> desk().cancel(Sandbox.MERCHANT, "x", true)).isInstanceOf(GatewayException.class);
    }

    @Test
    void a_change_at_once_begins_a_period_and_sets_off_the_rest_once() {
        var reference = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of()).reference();
        sandbox.clock.advanceTenants(Duration.ofDays(14));
        sandbox.told();
        var changed = desk().change(Sandbox.MERCHANT, reference, change("up", 299_000, true));
        desk().change(Sandbox.MERCHANT, reference, change("up", 299_000, true));
        assertThat(changed.product()).contains("pro");
        assertThat(changed.paidUntil()).contains(Instant.parse("2026-03-17T04:05:06Z"));
        assertThat(sandbox.books.charges.all.get("sbx_ch_" + Orders.PAYMENT + "_1").amount().minor())
                .as("half of 99,000 is left").isEqualTo(299_000 - 49_500);
        assertThat(sandbox.told()).containsExactly(SandboxEvent.RENEWED, SandboxEvent.AGREEMENT);
        assertThatThrownBy(() -> desk().change(Sandbox.MERCHANT, reference, change("down", 1_000, true)))
                .isInstanceOf(GatewayException.class);
    }

    @Test
    void a_change_at_once_needs_a_card_that_pays() {
        var reference = sandbox.subscribed(SandboxOutcome.FAILS_ON_RENEWAL, Map.of()).reference();
        assertThatThrownBy(() -> desk().change(Sandbox.MERCHANT, reference, change("up", 299_000, true)))
                .isInstanceOf(GatewayException.class);
        assertThat(desk().look(Sandbox.MERCHANT, reference).product()).contains("co-ban");
    }

    @Test
    void a_change_for_later_counts_from_the_next_period_on() {
        var reference = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of()).reference();
        assertThat(desk().change(Sandbox.MERCHANT, reference, change("down", 49_000, false)).product())
                .contains("co-ban");
        sandbox.clock.advanceTenants(MONTH);
        sandbox.upkeep.chargeDue(100);
        assertThat(desk().look(Sandbox.MERCHANT, reference).product()).contains("pro");
        assertThat(sandbox.books.charges.all.get("sbx_ch_" + Orders.PAYMENT + "_1").amount().minor())
                .isEqualTo(49_000);
    }

    @Test
    void periods_end_on_the_anchors_day_or_the_months_last() {
        var terms = new Terms(new Recurring("pro", Recurring.Unit.MONTH, 1), "Pro", price(1));
        var anchor = Instant.parse("2026-01-31T10:00:00Z");
        assertThat(terms.end(anchor, 1, ZoneOffset.UTC)).isEqualTo("2026-02-28T10:00:00Z");
        assertThat(terms.end(anchor, 2, ZoneOffset.UTC)).isEqualTo("2026-03-31T10:00:00Z");
        assertThat(terms.end(Instant.parse("2026-01-30T18:00:00Z"), 1, ZoneId.of("Asia/Ho_Chi_Minh")))
                .as("31 January there").isEqualTo("2026-02-27T18:00:00Z");
        assertThat(Terms.read(Terms.write(terms.recurring()))).isEqualTo(terms.recurring());
    }

    @Test
    void whoever_asks_hears_of_every_charge_and_that_the_card_fails_since() {
        var reference = sandbox.subscribed(SandboxOutcome.SUCCEED, Map.of("lost", "on")).reference();
        sandbox.clock.advanceTenants(Duration.ofDays(60));
        sandbox.upkeep.chargeDue(100);
        sandbox.portals.act(link(), "card", "fails_on_renewal");
        sandbox.clock.advanceTenants(Duration.ofDays(31));
        sandbox.upkeep.chargeDue(1);
        assertThat(sandbox.told()).as("all is lost").isEmpty();
        var facts = desk().ask(Sandbox.MERCHANT, reference, Instant.EPOCH);
        assertThat(facts).hasExactlyElementsOfTypes(Fact.Renewed.class, Fact.Renewed.class, Fact.RenewalFailed.class,
                Fact.AgreementChanged.class);
        assertThat(((Fact.AgreementChanged) facts.get(3)).state()).isEqualTo(sandbox.agreement().state());
        assertThat(desk().ask(Sandbox.MERCHANT, "sbx_agr_none", Instant.EPOCH)).isEmpty();
    }

    private AgreementDesk desk() {
        return sandbox.agreements;
    }

    private String link() {
        var url = sandbox.links.open(Sandbox.MERCHANT, Orders.PAYER, Optional.empty());
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static Change change(String key, long price, boolean atOnce) {
        return new Change(key, new Recurring("pro", Recurring.Unit.MONTH, 1), "Pro", price(price), atOnce);
    }

    private static Money price(long minor) {
        return new Money(minor, Currency.getInstance("VND"));
    }
}
