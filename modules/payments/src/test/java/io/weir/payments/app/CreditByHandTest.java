package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.AccountCredits.ByHand;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.Kind;
import io.weir.payments.api.Decision.Status;
import io.weir.payments.domain.Specimen;
import io.weir.payments.store.CreditRows;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditByHandTest {
    private static final UserId ADA = new UserId(new UUID(0, 77));
    private static final UserId BOB = new UserId(new UUID(0, 78));
    private static final UserId OWNER = new UserId(new UUID(0, 79));
    private final DecisionList list = new DecisionList();
    private final Rows rows = new Rows();
    private final Fakes.Audit audit = new Fakes.Audit();
    private CreditByHand credit = credit(Map.of());

    @Test
    void the_same_form_sent_twice_counts_once() {
        assertThat(move(Kind.CREDIT, ADA, 500, "entries-0")).isEmpty();
        assertThatThrownBy(() -> move(Kind.CREDIT, ADA, 500, "entries-0")).hasMessage("SEEN_CHANGED");
        assertThatThrownBy(() -> move(Kind.PAY_OUT, BOB, 500, "entries-0")).hasMessage("SEEN_CHANGED");
        assertThat(rows.booked).hasSize(1);
        move(Kind.CREDIT, ADA, 500, "entries-1");
        assertThat(rows.sum()).isEqualTo(1000);
    }

    @Test
    void who_says_nothing_of_what_was_seen_does_not_do_the_same_twice_at_once() {
        move(Kind.CREDIT, ADA, 500, null);
        assertThatThrownBy(() -> move(Kind.CREDIT, ADA, 500, null)).hasMessage("SAME_AGAIN");
        move(Kind.CREDIT, ADA, 501, null);
        move(Kind.CREDIT, BOB, 500, null);
        assertThat(rows.sum()).isEqualTo(1501);
    }

    @Test
    void above_the_tenants_amount_it_waits_for_another_person() {
        credit = credit(Map.of("payments.four-eyes-above", "1000"));
        var waiting = move(Kind.CREDIT, ADA, 1001, null).orElseThrow();
        assertThat(rows.booked).isEmpty();
        assertThatThrownBy(() -> move(Kind.CREDIT, BOB, 1, null)).hasMessage("DECISION_WAITS");
        assertThatThrownBy(() -> credit.confirm(Fakes.TENANT, waiting, ADA)).hasMessage("APPROVED_BY_YOU");
        assertThatThrownBy(() -> credit.confirm(Fakes.TENANT, waiting, OWNER)).hasMessage("OWN_ACCOUNT");
        credit.confirm(Fakes.TENANT, waiting, BOB);
        assertThat(rows.sum()).isEqualTo(1001);
        assertThatThrownBy(() -> credit.confirm(Fakes.TENANT, waiting, BOB)).hasMessage("DECISION_DECIDED");
        assertThat(list.only(Status.DONE).second()).contains(BOB);
        assertThat(audit.actions).extracting(deed -> deed.split(" ")[0])
                .containsExactly("decision.waits", "decision.confirmed", "credit.added");
    }

    @Test
    void nobody_gets_by_alone_in_small_parts() {
        credit = credit(Map.of("payments.four-eyes-above", "1000"));
        assertThat(move(Kind.CREDIT, ADA, 600, null)).isEmpty();
        assertThat(move(Kind.PAY_OUT, ADA, 500, null)).isEmpty();
        assertThat(move(Kind.CREDIT, ADA, 401, null)).isPresent();
        assertThat(rows.sum()).isEqualTo(100);
    }

    @Test
    void what_has_changed_since_the_first_person_looked_is_not_agreed_to() {
        credit = credit(Map.of("payments.four-eyes-above", "0"));
        rows.booked.add(new CreditRows.Booking(Specimen.ACCOUNT, null, dong(900), "receipt/1", Optional.empty()));
        var waiting = move(Kind.PAY_OUT, ADA, 900, "entries-1").orElseThrow();
        rows.booked.add(new CreditRows.Booking(Specimen.ACCOUNT, null, dong(-100), "spent/1", Optional.empty()));
        assertThatThrownBy(() -> credit.confirm(Fakes.TENANT, waiting, BOB)).hasMessage("SEEN_CHANGED");
        assertThat(list.only(Status.WAITING)).isEqualTo(waiting);
    }

    @Test
    void more_than_there_is_and_what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> move(Kind.PAY_OUT, ADA, 1, null)).hasMessage("CREDIT_INSUFFICIENT");
        assertThatThrownBy(() -> move(Kind.CREDIT, ADA, 0, null)).hasMessage("AMOUNT_NOT_POSITIVE");
        assertThatThrownBy(() -> move(Kind.CREDIT, OWNER, 1, null)).hasMessage("OWN_ACCOUNT");
        var dollars = new ByHand(new Money(1, Currency.getInstance("USD")), "", ADA, Optional.empty());
        assertThatThrownBy(() -> credit.move(Fakes.TENANT, Specimen.ACCOUNT, Kind.CREDIT, dollars))
                .hasMessage("CURRENCY_MISMATCH");
        var card = new ByHand(dong(1), "4242 4242 4242 4242", ADA, Optional.empty());
        assertThatThrownBy(() -> credit.move(Fakes.TENANT, Specimen.ACCOUNT, Kind.CREDIT, card))
                .hasMessage("RAW_CARD_REFUSED");
        assertThat(list.all).isEmpty();
    }

    private Optional<Decision> move(Kind kind, UserId by, long dong, String seen) {
        return credit.move(Fakes.TENANT, Specimen.ACCOUNT, kind,
                new ByHand(dong(dong), "noted", by, Optional.ofNullable(seen)));
    }

    private static Money dong(long amount) {
        return new Money(amount, Specimen.DONG);
    }

    private CreditByHand credit(Map<String, String> settings) {
        var tenant = Fakes.tenant(settings);
        var made = new CreditByHand();
        made.rows = rows;
        made.decisions = list.decisions(tenant, audit);
        made.accounts = new OneAccount();
        made.tenants = new Fakes.OneTenant(tenant);
        made.audit = audit;
        return made;
    }

    private static final class Rows extends CreditRows {
        private final List<Booking> booked = new ArrayList<>();

        private long sum() {
            return booked.stream().mapToLong(booking -> booking.amount().minor()).sum();
        }

        @Override
        public void lock(TenantId tenant, AccountId account, Currency currency) {
            // Tests have one thread.
        }

        @Override
        public long count(TenantId tenant, AccountId account) {
            return booked.size();
        }

        @Override
        public Money balance(TenantId tenant, AccountId account, Currency currency) {
            return new Money(sum(), currency);
        }

        @Override
        public boolean book(TenantId tenant, Booking booking) {
            return sum() + booking.amount().minor() >= 0 && booked.add(booking);
        }
    }

    private static final class OneAccount implements Accounts {
        @Override
        public List<Account> accounts(TenantId tenant, Collection<AccountId> accounts) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Account account(TenantId tenant, AccountId account) {
            return new Account(account, "A", OWNER, "a@example.com", Fakes.NOW, Optional.empty(), Optional.empty());
        }

        @Override
        public Page<Account> page(TenantId tenant, Optional<String> search, Page.Request page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void suspend(TenantId tenant, AccountId account, String reason) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void reactivate(TenantId tenant, AccountId account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void nameExternally(TenantId tenant, AccountId account, Optional<String> externalId) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Found> resolve(TenantId tenant, String idOrExternalId) {
            throw new UnsupportedOperationException();
        }
    }
}
