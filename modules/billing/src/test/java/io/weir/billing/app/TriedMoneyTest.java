package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.billing.api.Dunning.Declined;
import io.weir.billing.api.Dunning.Stage;
import io.weir.billing.api.DunningMoved;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.dunning.Tried;
import io.weir.payments.api.Charges.Charge;
import io.weir.payments.api.Charges.Outcome;
import io.weir.payments.api.Decline;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is tried at a retry: credit, then what a gateway keeps. */
class TriedMoneyTest extends UnpaidRenewal {
    @Test
    void a_kept_card_pays_on_the_due_day_what_credit_does_not() {
        answer = new Charge(Outcome.PAID, Optional.of(CARD), Optional.empty());
        at(-3);
        at(0);
        assertThat(invoice().status()).isEqualTo(Status.PAID);
        assertThat(only().stage()).isEqualTo(Stage.PAID);
        assertThat(only().outcome()).contains("paid-by-card");
        assertThat(charged).singleElement().satisfies(order -> {
            assertThat(order.amount()).isEqualTo(invoice().total());
            assertThat(order.purpose().item()).isEqualTo(invoice().id().toString());
        });
        assertThat(asked).as("by credit").isEmpty();
        assertThat(letters()).containsExactly("UPCOMING");
    }

    @Test
    void credit_that_suffices_is_taken_before_any_card() {
        answer = new Charge(Outcome.PAID, Optional.of(CARD), Optional.empty());
        balance = 99_000;
        at(0);
        assertThat(only().outcome()).contains("paid-by-credit");
        assertThat(charged).isEmpty();
    }

    @Test
    void why_the_card_did_not_pay_is_in_the_story_and_in_the_letter_of_that_day() {
        answer = new Charge(Outcome.DECLINED, Optional.of(CARD),
                Optional.of(new Decline("insufficient_funds", "No money")));
        at(0);
        assertThat(only().declined()).contains(new Declined("insufficient_funds", Optional.of("9995")));
        assertThat(only().attempts()).isEqualTo(1);
        assertThat(dunnings.story).containsExactly("retry declined insufficient_funds 9995", "mail.due");
        assertThat(office.told).last().isInstanceOfSatisfying(DunningMoved.class, told ->
                assertThat(told.declined()).isEqualTo(new Declined("insufficient_funds", Optional.of("9995"))));
        dunning.retry(Fixture.TENANT, invoice().id());
        assertThat(letters()).as("nobody else says it today").containsExactly("DUE", "DECLINED");
        assertThat(charged).extracting(order -> order.id()).as("each attempt is a charge of its own")
                .doesNotHaveDuplicates().hasSize(2);
        answer = Charge.without(Outcome.NO_METHOD);
        at(3);
        assertThat(only().declined()).as("the card is gone").isEmpty();
    }

    @Test
    void a_bank_that_says_no_at_last_is_heard_once() {
        answer = new Charge(Outcome.PENDING, Optional.of(CARD), Optional.empty());
        at(0);
        assertThat(only().outcome()).contains("waiting");
        var no = Tried.declined(new Declined("card_declined", Optional.of("9995")));
        var attempt = charged.get(0).id().value();
        steps.heard(Fixture.TENANT, invoice().id(), attempt, no);
        steps.heard(Fixture.TENANT, invoice().id(), attempt, no);
        assertThat(only().outcome()).contains("declined");
        assertThat(letters()).containsExactly("DUE", "DECLINED");
    }

    @Test
    void a_charge_that_a_crash_cut_short_is_asked_for_under_the_same_name() {
        answer = new Charge(Outcome.PAID, Optional.of(CARD), Optional.empty());
        crash = true;
        office.now = DUE;
        assertThatThrownBy(() -> dunning.run(Fixture.TENANT)).hasRootCauseMessage(
                "power failure");
        crash = false;
        dunning.run(Fixture.TENANT);
        assertThat(charged).hasSize(2);
        assertThat(charged.get(0).id()).isEqualTo(charged.get(1).id());
        assertThat(only().attempts()).isEqualTo(1);
    }

    @Test
    void what_the_payer_is_about_to_pay_is_no_attempt() {
        answer = Charge.without(Outcome.UNDER_WAY);
        at(0);
        assertThat(only().outcome()).contains("under-way");
        assertThat(only().attempts()).isZero();
        assertThat(letters()).containsExactly("DUE");
    }
}
