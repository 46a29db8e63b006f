package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.UnreadableNoticeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What events say, of whatever API version. */
class StripeFactsTest {
    private static final String SUBSCRIPTION = "{'id':'sub_1','object':'subscription','customer':'cus_1','status':'%s',"
            + "'metadata':{'weir_payment':'00000000-0000-0007-0000-00000000002a','product':'pro'},'items':{'data':"
            + "[{'id':'si_1','current_period_start':1000,'current_period_end':5000}]}%s}";
    private static final String INVOICE = "{'id':'in_1','object':'invoice','billing_reason':'%s','currency':'usd',"
            + "'total':%d,'amount_paid':%d,'amount_remaining':0,'parent':{'subscription_details':{'subscription':"
            + "'sub_1','metadata':{'weir_payment':'00000000-0000-0007-0000-00000000002a','product':'pro'}}}}";

    @ParameterizedTest
    @CsvSource({"active,ACTIVE,5000", "trialing,ACTIVE,5000", "past_due,PAST_DUE,1000", "unpaid,PAST_DUE,1000",
        "paused,PAST_DUE,1000", "canceled,ENDED,5000", "incomplete_expired,ENDED,5000"})
    void an_agreement_stands_as_its_status_says_and_is_paid_as_far_as_money_came(String word, Status status,
            long paidUntil) {
        var state = state(SUBSCRIPTION.formatted(word, ""));
        assertThat(state.status()).isEqualTo(status);
        assertThat(state.paidUntil()).contains(Instant.ofEpochSecond(paidUntil));
        assertThat(state.product()).contains("pro");
        assertThat(state.customer()).contains("cus_1");
    }

    @Test
    void one_that_is_not_paid_for_yet_has_not_begun() {
        assertThat(read("customer.subscription.created", SUBSCRIPTION.formatted("incomplete", "")))
                .isInstanceOf(Fact.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource({"cancel_at_period_end,true,true", "cancel_at,5000,true", "cancel_at,4000,true", "cancel_at,9000,false",
        "cancel_at_period_end,false,false", "cancel_at,null,false"})
    void an_end_is_a_mark_or_a_date_no_later_than_the_period(String member, String value, boolean ends) {
        var state = state(SUBSCRIPTION.formatted("active", ",'" + member + "':" + value));
        assertThat(state.cancelAtPeriodEnd()).isEqualTo(ends);
    }

    @Test
    void what_ended_before_its_period_is_paid_until_it_ended() {
        assertThat(state(SUBSCRIPTION.formatted("canceled", ",'ended_at':3000")).paidUntil())
                .contains(Instant.ofEpochSecond(3000));
    }

    @Test
    void a_price_made_by_hand_may_name_the_product() {
        var state = state("{'id':'sub_1','status':'active','items':{'data':[{'price':{'metadata':"
                + "{'product':'max'}}}]}}");
        assertThat(state.product()).contains("max");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subscription_cycle", "subscription_update", "subscription_threshold", "subscription"})
    void later_invoices_renew_the_agreement(String reason) {
        var renewed = (Fact.Renewed) read("invoice.paid", INVOICE.formatted(reason, 2900, 2900));
        assertThat(renewed.agreement()).isEqualTo("sub_1");
        assertThat(renewed.charge()).isEqualTo("in_1");
        assertThat(renewed.amount()).isEqualTo(StripeShop.money(2900, "USD"));
        assertThat(renewed.product()).contains("pro");
        assertThat(renewed.subject().payment()).contains(StripeShop.PAYMENT);
    }

    @ParameterizedTest
    @CsvSource({"subscription_create,0", "subscription_cycle,0", "subscription_update,-500"})
    void trials_and_credit_are_nobodys_payment(String reason, long total) {
        assertThat(read("invoice.paid", INVOICE.formatted(reason, total, 0))).isInstanceOf(Fact.Nothing.class);
    }

    @Test
    void credit_at_stripe_settles_as_money_does() {
        var renewed = (Fact.Renewed) read("invoice.paid", INVOICE.formatted("subscription_cycle", 2900, 400));
        assertThat(renewed.amount()).isEqualTo(StripeShop.money(2900, "USD"));
    }

    @Test
    void a_first_charge_that_fails_leaves_the_checkout_open_and_a_later_one_is_told() {
        assertThat(read("invoice.payment_failed", INVOICE.formatted("subscription_create", 2900, 0)))
                .isInstanceOf(Fact.Nothing.class);
        var failed = (Fact.RenewalFailed) read("invoice.payment_failed",
                INVOICE.formatted("subscription_cycle", 2900, 0));
        assertThat(failed.words()).contains("Charge failed, attempt 1; Stripe does not try again");
    }

    @Test
    void an_invoice_of_no_agreement_is_nothing() {
        assertThat(read("invoice.paid", "{'id':'in_1','total':5,'currency':'usd','metadata':{}}"))
                .isInstanceOf(Fact.Nothing.class);
    }

    @Test
    void invoices_of_before_basil_are_read_too() {
        var renewed = (Fact.Renewed) read("invoice.paid", "{'id':'in_1','billing_reason':'subscription_cycle',"
                + "'currency':'usd','amount_paid':2900,'subscription':'sub_1','subscription_details':{'metadata':"
                + "{'product':'pro'}}}");
        assertThat(renewed.agreement()).isEqualTo("sub_1");
        assertThat(renewed.product()).contains("pro");
    }

    @ParameterizedTest
    @CsvSource({"succeeded,COMPLETED", "pending,PENDING", "requires_action,PENDING", "failed,FAILED",
        "canceled,FAILED"})
    void a_refund_stands_as_its_status_says(String word, RefundAnswer.Outcome outcome) {
        var refunded = (Fact.Refunded) read("refund.updated", "{'id':'re_1','amount':500,'currency':'usd','charge':"
                + "'ch_1','payment_intent':'pi_1','status':'" + word + "','metadata':{}}");
        assertThat(refunded.outcome()).isEqualTo(outcome);
        assertThat(refunded.reference()).isEqualTo("re_1");
        assertThat(refunded.subject().gatewayReference()).contains("pi_1");
    }

    @Test
    void a_refunded_charge_tells_of_its_refund_where_it_names_it_and_else_leaves_that_to_the_refund() {
        var charge = "{'id':'ch_1','amount_refunded':700,'currency':'usd','payment_intent':'pi_1','metadata':"
                + "{'weir_payment':'00000000-0000-0007-0000-00000000002a'}%s}";
        var refunded = (Fact.Refunded) read("charge.refunded", charge.formatted(",'refunds':{'data':["
                + "{'id':'re_2','amount':200,'currency':'usd','created':20,'status':'succeeded'},"
                + "{'id':'re_1','amount':500,'currency':'usd','created':10,'status':'succeeded'}]}"));
        assertThat(refunded.reference()).isEqualTo("re_2");
        assertThat(refunded.amount()).isEqualTo(StripeShop.money(200, "USD"));
        assertThat(refunded.subject().payment()).contains(StripeShop.PAYMENT);
        assertThat(read("charge.refunded", charge.formatted(""))).isInstanceOf(Fact.Nothing.class);
    }

    @Test
    void a_page_that_only_keeps_a_card_is_no_payment() {
        for (var type : new String[] {"completed", "expired", "async_payment_failed"}) {
            assertThat(read("checkout.session." + type, "{'id':'cs_1','mode':'setup','status':'complete',"
                    + "'payment_status':'no_payment_required','amount_total':null,'metadata':{}}"))
                    .isInstanceOf(Fact.Nothing.class);
        }
    }

    @Test
    void a_checkout_of_nothing_says_that_nothing_was_paid() {
        var paid = (Fact.OfPayment) read("checkout.session.completed", "{'id':'cs_1','mode':'payment','currency':'usd',"
                + "'payment_status':'no_payment_required','amount_total':0,'client_reference_id':"
                + "'00000000-0000-0007-0000-00000000002a'}");
        assertThat(paid.amount()).contains(StripeShop.money(0, "USD"));
        assertThat(paid.gatewayReference()).contains("cs_1");
        assertThat(paid.subject().payment()).contains(StripeShop.PAYMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "not json", "{\"id\":\"evt_1\"}", "{\"id\":1,\"type\":\"x\"}",
        "{\"id\":\"evt_1\",\"type\":\"invoice.paid\"}", "{\"id\":\"evt_1\",\"type\":\"invoice.paid\",\"data\":[]}"})
    void what_is_no_event_is_not_read(String text) {
        assertThatThrownBy(() -> StripeEvent.parse(text.getBytes(StandardCharsets.UTF_8)).toNotice())
                .isInstanceOf(UnreadableNoticeException.class);
    }

    @Test
    void what_is_nested_without_end_or_has_no_bounds_is_not_read() {
        for (var odd : new String[] {"[".repeat(100_000), "{\"a\":".repeat(50_000), "1e9999999999999"}) {
            assertThatThrownBy(() -> read("invoice.paid", odd)).isInstanceOf(UnreadableNoticeException.class);
        }
    }

    private static AgreementState state(String subscription) {
        return ((Fact.AgreementChanged) read("customer.subscription.updated", subscription)).state();
    }

    private static Fact read(String type, String object) {
        var event = "{\"id\":\"evt_1\",\"object\":\"event\",\"type\":\"" + type + "\",\"created\":100,\"data\":"
                + "{\"object\":"
                + object.replace('\'', '"') + "}}";
        return StripeEvent.parse(event.getBytes(StandardCharsets.UTF_8)).toNotice().fact();
    }
}
