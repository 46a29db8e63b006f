package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Charges.Charge;
import io.weir.payments.api.Payment.Purpose;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.app.Fakes.Provider;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Specimen;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OffSessionCharges;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.Subject;
import io.weir.payments.store.ChargedMethods;
import io.weir.payments.store.CustomerRows;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenant;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** One payment that is charged to a kept card, with a gateway and a clock in the test's hand. */
final class ChargeBench {
    static final PaymentMethod CARD = new PaymentMethod("pm_1", "stripe", "card", Optional.of("visa"),
            Optional.of("4242"), Optional.empty(), true);
    final PaymentEntity payment = Specimen.of("stripe", PaymentStatus.PENDING);
    final List<ChargeOrder> asked = new ArrayList<>();
    final Fakes.Settled settled = new Fakes.Settled();
    final Fakes.Ledger credited = new Fakes.Ledger();
    final List<Object> told = new ArrayList<>();
    final SentCharges charges = new SentCharges();
    Instant now = Fakes.NOW;
    /** What the gateway does when it is asked to charge, and what it knows. */
    Supplier<ChargeAnswer> gateway = () -> new ChargeAnswer.Paid("pi_1", Specimen.PRICE);
    Supplier<Optional<ChargeAnswer>> known = Optional::empty;
    final Time time = new Time() {
        @Override
        public Instant now() {
            return now;
        }

        @Override
        public Instant now(TenantId tenant) {
            return now;
        }
    };
    final PaymentFacts facts = new PaymentFacts();

    ChargeBench() {
        var settlement = new Settlement();
        settlement.settled = settled;
        settlement.receipts = new Fakes.Money();
        settlement.credits = credited;
        settlement.outbox = (tenant, event) -> told.add(event);
        settlement.time = time;
        facts.search = new SubjectSearch() {
            @Override
            public Optional<PaymentEntity> lock(String name, Subject subject) {
                return Optional.of(payment);
            }
        };
        facts.settlement = settlement;
        facts.receipts = settlement.receipts;
        charges.gateways = new Gateways();
        charges.accounts = accounts();
        charges.customers = new Names();
        charges.steps = steps();
        charges.paymentSteps = paymentSteps(settlement);
        charges.time = time;
    }

    private ChargeSteps steps() {
        var steps = new ChargeSteps();
        steps.payments = new Row();
        steps.charges = new OneCharge();
        steps.facts = facts;
        steps.gateways = charges.gateways;
        steps.time = time;
        return steps;
    }

    private PaymentSteps paymentSteps(Settlement settlement) {
        var steps = new PaymentSteps();
        steps.payments = new Row();
        steps.settlement = settlement;
        steps.facts = facts;
        steps.charges = charges.steps.charges;
        steps.time = time;
        return steps;
    }

    Charge send() {
        return charges.send(Fakes.TENANT, charges.steps.find(Fakes.TENANT, payment.id()).orElseThrow());
    }

    Charge ask() {
        return charges.ask(Fakes.TENANT, charges.steps.find(Fakes.TENANT, payment.id()).orElseThrow());
    }

    static ChargeAnswer silence() {
        throw new GatewayException("no answer", null);
    }

    private static Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(Accounts.class.getClassLoader(), new Class<?>[] {Accounts.class},
                (proxy, verb, arguments) -> new Account(Specimen.ACCOUNT, "An", Specimen.PAYER, "an@example.com",
                        Fakes.NOW, Optional.empty(), Optional.empty()));
    }

    private final class Row extends PaymentRows {
        @Override
        public Optional<PaymentEntity> find(PaymentId id) {
            return Optional.of(payment);
        }

        @Override
        public Optional<PaymentEntity> lock(PaymentId id) {
            return Optional.of(payment);
        }
    }

    private static final class OneCharge extends ChargedMethods {
        @Override
        public Optional<Charged> find(TenantId tenant, PaymentId id) {
            return Optional.of(new Charged(CARD, Fakes.NOW));
        }

        @Override
        public boolean isUnderWay(TenantId tenant, Purpose purpose) {
            return true;
        }
    }

    private static final class Names extends CustomerRows {
        @Override
        public Optional<String> find(TenantId tenant, String gateway, AccountId account) {
            return Optional.of("cus_1");
        }
    }

    private final class Gateways extends TenantGateways {
        @Override
        public Gateway required(String name) {
            return new Charging();
        }

        @Override
        public Tenant tenant(TenantId id) {
            return Fakes.tenant(Map.of());
        }

        @Override
        public Merchant merchant(Tenant tenant, Gateway of) {
            return new Merchant(tenant, Map.of());
        }
    }

    private final class Charging implements Gateway, OffSessionCharges {
        private final Gateway usual = new Provider("stripe", false, true);

        @Override
        public ChargeAnswer charge(Merchant merchant, ChargeOrder order) {
            asked.add(order);
            return gateway.get();
        }

        @Override
        public Optional<ChargeAnswer> find(Merchant merchant, ChargeOrder order) {
            return known.get();
        }

        @Override
        public Optional<OffSessionCharges> offSessionCharges() {
            return Optional.of(this);
        }

        @Override
        public Optional<Inquiries> inquiries() {
            return Optional.empty();
        }

        @Override
        public String name() {
            return usual.name();
        }

        @Override
        public boolean isManual() {
            return false;
        }

        @Override
        public boolean isConfigured(Merchant merchant) {
            return true;
        }

        @Override
        public Opened open(Merchant merchant, OpenOrder order) {
            throw new AssertionError("nobody is there to go to a checkout");
        }

        @Override
        public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
            return false;
        }

        @Override
        public Notice read(byte[] body) {
            return usual.read(body);
        }
    }
}
