package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.BillingTerms;
import io.weir.billing.api.Dunning.Stage;
import io.weir.billing.api.DunningTerms;
import io.weir.billing.api.DunningTerms.Then;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.api.InvoiceTerms;
import io.weir.billing.domain.dunning.Tried;
import io.weir.subscriptions.api.Subscription;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DunningRunTest extends UnpaidRenewal {
    @Test
    void reminders_a_warning_and_the_end_each_come_once_on_their_days() {
        assertThat(kept).as("access stays until the rule is applied")
                .containsExactly(DUE.plus(Duration.ofDays(10)).toString());
        for (int day = -6; day <= 12; day++) {
            at(day);
            dunning.run(Fixture.TENANT);
        }
        assertThat(letters()).containsExactly("UPCOMING", "DUE", "OVERDUE", "LAST", "ENDED");
        assertThat(only().stage()).isEqualTo(Stage.UNPAID);
        assertThat(status).isEqualTo(Subscription.Status.UNPAID);
        assertThat(invoice().status()).as("paying it brings the plan back").isEqualTo(Status.OPEN);
    }

    @Test
    void a_run_that_comes_late_sends_the_last_reminder_only() {
        at(9);
        assertThat(letters()).containsExactly("LAST");
        assertThat(dunnings.story).containsExactly("retry nothing-to-try", "mail.last");
        assertThat(only().attempts()).isZero();
    }

    @Test
    void the_accounts_credit_pays_where_it_suffices() {
        balance = 99_000;
        at(-3);
        at(0);
        assertThat(invoice().status()).isEqualTo(Status.PAID);
        assertThat(only().stage()).isEqualTo(Stage.PAID);
        assertThat(only().outcome()).contains("paid-by-credit");
        assertThat(letters()).containsExactly("UPCOMING");
    }

    @Test
    void an_attempt_that_a_crash_cut_short_is_made_under_the_same_name() {
        balance = 99_000;
        crash = true;
        office.now = DUE;
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> dunning.run(Fixture.TENANT)).hasRootCauseMessage(
                "power failure");
        crash = false;
        dunning.run(Fixture.TENANT);
        assertThat(asked).hasSize(2);
        assertThat(asked.get(0)).isEqualTo(asked.get(1));
        assertThat(only().attempts()).isEqualTo(1);
    }

    @Test
    void paid_after_its_plan_ended_the_plan_comes_back_and_nobody_is_reminded_any_more() {
        at(10);
        assertThat(status).isEqualTo(Subscription.Status.UNPAID);
        office.openInvoices.paid(Fixture.TENANT, office.payment("invoice", invoice().id().toString(),
                invoice().total()));
        steps.settle(Fixture.TENANT, invoice().id());
        assertThat(status).isEqualTo(Subscription.Status.ACTIVE);
        assertThat(letters()).endsWith("ENDED", "RECOVERED");
        at(70);
        assertThat(letters()).endsWith("RECOVERED");
    }

    @Test
    void what_paid_it_is_written_down_when_the_payment_is_heard_of_before() {
        at(1);
        var attempt = steps.attempt(Fixture.TENANT, invoice().id()).orElseThrow();
        office.openInvoices.paid(Fixture.TENANT, office.payment("invoice", invoice().id().toString(),
                invoice().total()));
        steps.settle(Fixture.TENANT, invoice().id());
        steps.attempted(Fixture.TENANT, attempt, Tried.PAID_BY_CARD);
        assertThat(only().outcome()).contains("paid-by-card");
        assertThat(only().stage()).isEqualTo(Stage.PAID);
    }

    @Test
    void in_the_end_what_never_began_is_given_back() {
        at(10);
        at(60);
        assertThat(only().stage()).isEqualTo(Stage.GIVEN_UP);
        assertThat(invoice().status()).isEqualTo(Status.VOID);
    }

    @Test
    void paused_nothing_happens_and_access_stays() {
        only().pause();
        effects.keepAccess(Fixture.TENANT, invoice(), only());
        at(20);
        assertThat(letters()).isEmpty();
        assertThat(Instant.parse(kept.get(kept.size() - 1))).isAfter(DUE.plus(Duration.ofDays(3000)));
        only().resume();
        at(20);
        assertThat(letters()).containsExactly("LAST", "ENDED");
    }

    @Test
    void where_the_rule_is_to_cancel_the_claim_goes_with_the_plan_in_one_step() {
        dunnings.cases.clear();
        office.terms = new BillingTerms(List.of(), Optional.empty(), Optional.empty(),
                new InvoiceTerms(0, 14, 7, new DunningTerms(List.of(), List.of(), 1, Then.CANCEL, 2)));
        office.subscriptionVerbs.put("cancel", (verb, arguments) -> subscription());
        dunning.run(Fixture.TENANT);
        at(1);
        assertThat(invoice().status()).isEqualTo(Status.VOID);
        assertThat(letters()).containsExactly("CANCELED");
        steps.settle(Fixture.TENANT, invoice().id());
        assertThat(only().stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_new_rule_counts_for_what_is_begun_with_after_it() {
        office.terms = new BillingTerms(List.of(), Optional.empty(), Optional.empty(),
                new InvoiceTerms(0, 14, 7, new DunningTerms(List.of(), List.of(), 1, Then.CANCEL, 2)));
        at(3);
        assertThat(only().stage()).isEqualTo(Stage.OVERDUE);
        assertThat(letters()).containsExactly("OVERDUE");
    }
}
