package io.weir.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.identity.api.PasswordResetRequested;
import io.weir.identity.api.Role;
import io.weir.identity.api.UserProfile;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.metering.api.Overage;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Tenant;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {
    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    private static final Tenant TENANT = Fixture.tenant(Map.of());

    private final Letters letters = new Letters(Fixture.messages(), Fixture.installation(false));

    @Test
    void aPasswordLinkIsWrittenInEnglish() {
        var letter = letters.passwordReset(TENANT, reset("en", "abc"));

        assertThat(letter.to()).isEqualTo("a@example.com");
        assertThat(letter.subject()).isEqualTo("Reset your IQX password");
        assertThat(letter.body()).startsWith("Hello Nguyễn Văn A,\n\n")
                .contains("\n\nhttps://weir.example/portal/reset-password?token=abc&tenant=iqx\n\nThe link");
        assertThat(letter.confidential()).isTrue();
    }

    @Test
    void aPasswordLinkIsWrittenInVietnamese() {
        var letter = letters.passwordReset(TENANT, reset("vi", "abc"));

        assertThat(letter.subject()).isEqualTo("Đặt lại mật khẩu IQX của bạn");
        assertThat(letter.body()).startsWith("Xin chào Nguyễn Văn A,\n\n")
                .contains("\n\nhttps://weir.example/portal/reset-password?token=abc&tenant=iqx\n\nLiên kết");
    }

    @Test
    void aTokenIsEscapedInItsLink() {
        assertThat(letters.passwordReset(TENANT, reset("en", "a+b/c=&d")).body())
                .contains("?token=a%2Bb%2Fc%3D%26d&tenant=iqx\n");
    }

    @Test
    void aStartedPlanIsToldToTheAccountsAddressUntilTheTenantsDay() {
        var until = Instant.parse("2026-03-31T18:00:00Z");
        var english = letters.planStarted(TENANT, account(), person("en"), subscription(Period.between(START, until)));
        var vietnamese = letters.planStarted(TENANT, account(), person("vi"), subscription(Period.between(START,
                until)));

        assertThat(english.to()).isEqualTo("billing@example.com");
        assertThat(english.subject()).isEqualTo("Gói Cơ Bản has started - IQX");
        assertThat(english.body()).contains("Your plan Gói Cơ Bản has started. It runs until 2026-04-01.");
        assertThat(vietnamese.subject()).isEqualTo("Gói Cơ Bản đã bắt đầu - IQX");
        assertThat(vietnamese.body()).contains("“Gói Cơ Bản” của bạn đã bắt đầu và có hiệu lực đến ngày 01/04/2026.");
        assertThat(english.confidential()).isFalse();
    }

    @Test
    void aPlanWithoutEndSaysSo() {
        assertThat(letters.planStarted(TENANT, account(), person("vi"), subscription(Period.since(START))).body())
                .contains("không có ngày hết hạn");
    }

    @Test
    void aClosedPaymentTellsWhatHowMuchAndWhy() {
        var payment = payment(Optional.of("Không tìm thấy chuyển khoản"));

        assertThat(letters.paymentClosed(TENANT, person("en"), payment)).satisfies(letter -> {
            assertThat(letter.to()).isEqualTo("a@example.com");
            assertThat(letter.subject()).isEqualTo("Your payment W17 was not completed - IQX");
            assertThat(letter.body()).contains("\nThanh toán Gói Cơ Bản\nAmount: 99,000 VND\nReference: W17\n"
                    + "Reason: Không tìm thấy chuyển khoản\n");
        });
        assertThat(letters.paymentClosed(TENANT, person("vi"), payment).body())
                .contains("\nSố tiền: 99.000 VND\nMã tham chiếu: W17\nLý do: Không tìm thấy chuyển khoản\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void aClosedPaymentWithoutReasonSaysSo(String note) {
        assertThat(letters.paymentClosed(TENANT, person("en"), payment(Optional.of(note))).body())
                .contains("Reason: none was given");
    }

    @Test
    void aMissedRenewalSaysWhyAndWhereToLookAfterIt() {
        var english = letters.renewalMissed(TENANT, account(), person("en"), "Gói Cơ Bản", "card expired");
        var vietnamese = letters.renewalMissed(TENANT, account(), person("vi"), "Gói Cơ Bản", " ");

        assertThat(english.to()).isEqualTo("billing@example.com");
        assertThat(english.subject()).isEqualTo("Gói Cơ Bản could not be renewed - IQX");
        assertThat(english.body()).contains("next period of Gói Cơ Bản did not go through.\nReason: card expired\n")
                .contains("\n\nhttps://weir.example/portal/payment-methods?tenant=iqx\n\nIQX\n");
        assertThat(vietnamese.subject()).isEqualTo("Không gia hạn được Gói Cơ Bản - IQX");
        assertThat(vietnamese.body()).contains("không thành công.\nLý do: không được nêu\n");
    }

    @Test
    void placeholdersInNamesStayWhatTheyAre() {
        assertThat(letters.paymentClosed(TENANT, person("en"), payment(Optional.of("{0} it's '{1}'"))).body())
                .contains("Reason: {0} it's '{1}'");
    }

    private static PasswordResetRequested reset(String locale, String token) {
        return new PasswordResetRequested(Fixture.TENANT, Fixture.USER, "a@example.com", "Nguyễn Văn A", locale, token);
    }

    private static UserProfile person(String locale) {
        return new UserProfile(Fixture.USER, "a@example.com", "Nguyễn Văn A", Optional.empty(), Optional.empty(),
                locale, Role.CUSTOMER, Optional.of(Fixture.ACCOUNT), START, Optional.empty());
    }

    private static Account account() {
        return new Account(Fixture.ACCOUNT, "Công ty A", Fixture.USER, "billing@example.com", START, Optional.empty(),
                Optional.empty());
    }

    private static Subscription subscription(Period period) {
        var plan = new Plan(UUID.randomUUID(), "basic", "Gói Cơ Bản", "", new Money(99_000, Fixture.VND),
                new Plan.Term("days", OptionalInt.of(30)), 1, Map.of("calls", 1000L), 60, OptionalInt.of(3), Map.of(),
                true, START, START, Overage.REFUSE);
        return new Subscription(UUID.randomUUID(), Fixture.ACCOUNT, plan, Subscription.Status.ACTIVE, period, false,
                START, Optional.empty());
    }

    private static Payment payment(Optional<String> note) {
        var nowhere = new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Payment(new PaymentId(UUID.randomUUID()), 17, Fixture.ACCOUNT, Fixture.USER,
                new Money(99_000, Fixture.VND), "Thanh toán Gói Cơ Bản", PaymentStatus.FAILED,
                new Payment.Purpose("subscription", "x"), "manual", "W17", nowhere, Optional.empty(), note, START,
                Optional.empty(), Optional.empty(), Payment.Progress.none(Fixture.VND));
    }
}
