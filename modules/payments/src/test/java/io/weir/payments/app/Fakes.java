package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentSettled;
import io.weir.payments.domain.ApprovalEntity;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Receipt;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.payments.store.CreditRows;
import io.weir.payments.store.PaymentRows;
import io.weir.payments.store.ReceiptRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Small stand-ins for what the façades lean on. */
final class Fakes {
    static final TenantId TENANT = new TenantId(new UUID(0, 9));
    static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    private Fakes() {
    }

    static Tenant tenant(Map<String, String> settings) {
        return new Tenant(TENANT, "iqx", "IQX", Currency.getInstance("VND"), Locale.ENGLISH, ZoneOffset.UTC, true,
                settings);
    }

    static TenantGateways gateways(Tenant tenant) {
        var gateways = new TenantGateways();
        gateways.gateways = new Beans(List.of(new Provider("sandbox", false, true), new Provider("manual", true, true),
                new Provider("stripe", false, false)));
        gateways.tenants = new OneTenant(tenant);
        gateways.merchants = new Merchants() {
            @Override
            public Merchant of(Tenant merchant, Gateway gateway) {
                return new Merchant(merchant, Map.of());
            }
        };
        return gateways;
    }

    record Provider(String name, boolean isManual, boolean configured) implements Gateway {
        @Override
        public boolean isConfigured(Merchant merchant) {
            return configured;
        }

        @Override
        public Opened open(Merchant merchant, OpenOrder order) {
            return Opened.of(new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty()));
        }

        @Override
        public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
            return false;
        }

        @Override
        public Notice read(byte[] body) {
            throw new UnreadableNoticeException("it sends none");
        }
    }

    record OneTenant(Tenant tenant) implements Tenants {
        @Override
        public Optional<Tenant> bySlug(String slug) {
            return Optional.of(tenant);
        }

        @Override
        public Tenant byId(TenantId id) {
            return tenant;
        }

        @Override
        public List<Tenant> all() {
            return List.of(tenant);
        }

        @Override
        public Tenant define(TenantDefinition definition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Tenant ofRequest(String host, Optional<String> header) {
            return tenant;
        }
    }

    /** One payment, locked by whoever asks. */
    static final class OneRow extends PaymentRows {
        final List<ApprovalEntity> approvals = new ArrayList<>();
        private final PaymentEntity payment;

        OneRow(PaymentEntity payment) {
            this.payment = payment;
        }

        @Override
        public Optional<PaymentEntity> lock(PaymentId id) {
            return Optional.of(payment).filter(p -> p.id().equals(id));
        }

        @Override
        public void add(ApprovalEntity approval) {
            approvals.add(approval);
        }

        @Override
        public List<ApprovalEntity> approvals(PaymentId id) {
            return List.copyOf(approvals);
        }
    }

    /** Money that came, each once. */
    static final class Money extends ReceiptRows {
        private final Set<String> known = new HashSet<>();

        @Override
        public Optional<String> add(TenantId tenant, PaymentId payment, Receipt receipt) {
            var name = receipt.source() + "/" + receipt.reference();
            return known.add(name) ? Optional.of(name) : Optional.empty();
        }
    }

    /** What was booked to accounts. */
    static final class Ledger extends CreditRows {
        final List<Booking> booked = new ArrayList<>();

        @Override
        public void lock(TenantId tenant, AccountId account, Currency currency) {
            // Tests have one thread.
        }

        @Override
        public boolean book(TenantId tenant, Booking booking) {
            return booked.add(booking);
        }
    }

    static final class Audit implements AuditLog {
        final List<String> actions = new ArrayList<>();

        @Override
        public void record(TenantId tenant, String action, String subject, Object before, Object after) {
            actions.add(action + " " + subject + " " + before + " " + after);
        }

        @Override
        public Page<Entry> entries(TenantId tenant, Page.Request page) {
            throw new UnsupportedOperationException();
        }
    }

    static final class StoppedClock implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Instant now(TenantId tenant) {
            return NOW;
        }
    }

    static final class Settled implements Event<PaymentSettled> {
        final List<PaymentSettled> fired = new ArrayList<>();

        @Override
        public void fire(PaymentSettled event) {
            fired.add(event);
        }

        @Override
        public <U extends PaymentSettled> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends PaymentSettled> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<PaymentSettled> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends PaymentSettled> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends PaymentSettled> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }

    private record Beans(List<Gateway> all) implements Instance<Gateway> {
        @Override
        public Iterator<Gateway> iterator() {
            return all.iterator();
        }

        @Override
        public Gateway get() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instance<Gateway> select(Annotation... qualifiers) {
            return this;
        }

        @Override
        public <U extends Gateway> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends Gateway> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isUnsatisfied() {
            return all.isEmpty();
        }

        @Override
        public boolean isAmbiguous() {
            return all.size() > 1;
        }

        @Override
        public void destroy(Gateway instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Handle<Gateway> getHandle() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterable<? extends Handle<Gateway>> handles() {
            throw new UnsupportedOperationException();
        }
    }
}
