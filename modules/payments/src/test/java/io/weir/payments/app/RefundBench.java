package io.weir.payments.app;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentRefunded;
import io.weir.payments.api.PaymentRefunds.Wish;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Refund;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Specimen;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Refunds;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.payments.store.DueRefunds;
import io.weir.payments.store.PaymentRows;
import io.weir.payments.store.RefundRows;
import io.weir.tenancy.api.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** A completed payment of 99,000 dong, a gateway that says what the test wants, and refunds over lists. */
final class RefundBench {
    static final UserId ADMIN = new UserId(new UUID(0, 77));
    static final PaymentId PAYMENT = new PaymentId(new UUID(0, 42));

    final PaymentEntity payment;
    final Map<UUID, Refund> rows = new LinkedHashMap<>();
    final List<RefundOrder> asked = new ArrayList<>();
    final Told<PaymentRefunded> told = new Told<>();
    final Fakes.Audit audit = new Fakes.Audit();
    final DecisionList decisions = new DecisionList();
    private final Tenant tenant;
    final AskedRefunds refunds = new AskedRefunds();
    final RefundFacts facts = new RefundFacts();
    final List<UUID> due = new ArrayList<>();
    final List<UUID> looked = new ArrayList<>();
    boolean isAskable = true;
    /** What the gateway says when it is asked how one stands. */
    Function<String, Optional<RefundAnswer>> standing = reference -> Optional.empty();
    boolean givenUp;
    /** What the gateway does when it is asked. */
    Function<RefundOrder, RefundAnswer> gateway = order -> answer(RefundAnswer.Outcome.COMPLETED, "re_1");

    RefundBench(String gatewayName, PaymentStatus status) {
        this(gatewayName, status, Map.of());
    }

    RefundBench(String gatewayName, PaymentStatus status, Map<String, String> settings) {
        tenant = Fakes.tenant(settings);
        payment = Specimen.of(gatewayName, status);
        var outcomes = new RefundOutcomes();
        outcomes.refunds = new Rows();
        outcomes.refunded = told;
        outcomes.audit = audit;
        outcomes.time = new Fakes.StoppedClock();
        facts.search = new SubjectSearch() {
            @Override
            public Optional<PaymentEntity> lock(String name, Subject subject) {
                return subject.payment().filter(PAYMENT::equals).map(id -> payment);
            }
        };
        facts.refunds = outcomes.refunds;
        facts.outcomes = outcomes;
        facts.time = outcomes.time;
        refunds.steps = steps(outcomes);
        refunds.due = new DueOnes();
        refunds.gateways = refunds.steps.gateways;
        refunds.time = outcomes.time;
    }

    private RefundSteps steps(RefundOutcomes outcomes) {
        var steps = new RefundSteps();
        steps.payments = new OnePayment();
        steps.refunds = outcomes.refunds;
        steps.outcomes = outcomes;
        steps.facts = facts;
        steps.decisions = decisions.decisions(tenant, audit);
        steps.gateways = new Gateways();
        steps.audit = audit;
        steps.time = outcomes.time;
        return steps;
    }

    Refund refund(Long dong) {
        return refunds.refund(Fakes.TENANT, PAYMENT, wish(dong, false)).refund().orElseThrow();
    }

    static Wish wish(Long dong, boolean byHand) {
        return new Wish(Optional.ofNullable(dong).map(RefundBench::dong), "not happy", byHand, ADMIN,
                Optional.empty());
    }

    void notice(String reference, long dong, RefundAnswer.Outcome outcome) {
        facts.apply(Fakes.TENANT, "stripe", new Fact.Refunded(Subject.of(PAYMENT), reference, dong(dong), outcome));
    }

    static Money dong(long amount) {
        return new Money(amount, Specimen.DONG);
    }

    static RefundAnswer answer(RefundAnswer.Outcome outcome, String reference) {
        return new RefundAnswer(outcome, Optional.ofNullable(reference), Optional.empty());
    }

    Payment seen() {
        return payment.toPayment();
    }

    private final class Rows extends RefundRows {
        @Override
        public void insert(TenantId tenant, Refund refund, Optional<Instant> next) {
            rows.put(refund.id(), refund);
            next.ifPresent(when -> due.add(refund.id()));
        }

        @Override
        public void update(TenantId tenant, Refund refund) {
            rows.put(refund.id(), refund);
        }

        @Override
        public Optional<Refund> find(TenantId tenant, UUID id) {
            return Optional.ofNullable(rows.get(id));
        }

        @Override
        public List<Refund> of(TenantId tenant, PaymentId of) {
            return List.copyOf(rows.values());
        }
    }

    private final class DueOnes extends DueRefunds {
        @Override
        public List<Due> claim(int most) {
            return due.stream().map(id -> new DueRefunds.Due(Fakes.TENANT, id)).toList();
        }

        @Override
        public List<Due> claimPending(int most) {
            return rows.values().stream().filter(refund -> refund.status() == Refund.Status.PENDING)
                    .map(refund -> new DueRefunds.Due(Fakes.TENANT, refund.id())).toList();
        }

        @Override
        public void looked(UUID refund) {
            looked.add(refund);
        }

        @Override
        public void cannotLook(UUID refund) {
            isAskable = false;
        }

        @Override
        public Optional<Instant> missed(UUID refund) {
            return givenUp ? Optional.empty() : Optional.of(Fakes.NOW);
        }
    }

    private final class OnePayment extends PaymentRows {
        @Override
        public Optional<PaymentEntity> find(PaymentId id) {
            return lock(id);
        }

        @Override
        public Optional<PaymentEntity> lock(PaymentId id) {
            return Optional.of(payment).filter(p -> p.id().equals(id));
        }
    }

    private final class Gateways extends TenantGateways {
        @Override
        public Gateway required(String name) {
            return new Provider(name);
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

    private final class Provider implements Gateway {
        private final String name;

        private Provider(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean isManual() {
            return name.equals("manual");
        }

        @Override
        public boolean isConfigured(Merchant merchant) {
            return true;
        }

        @Override
        public Opened open(Merchant merchant, OpenOrder order) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
            return false;
        }

        @Override
        public Notice read(byte[] body) {
            throw new UnreadableNoticeException("it sends none");
        }

        @Override
        public Optional<Refunds> refunds() {
            return isManual() ? Optional.empty() : Optional.of((merchant, order) -> {
                asked.add(order);
                return gateway.apply(order);
            });
        }

        @Override
        public Optional<RefundInquiries> refundInquiries() {
            return isAskable ? Optional.of((merchant, order, reference) -> standing.apply(reference))
                    : Optional.empty();
        }
    }
}
