package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.Agreement.Status;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentSettled;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.Specimen;
import io.weir.payments.domain.StoredAgreement;
import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.payments.store.AgreementChecks;
import io.weir.payments.store.AgreementRows;
import io.weir.payments.store.NewPayments;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.Outbox;
import io.weir.tenancy.api.Tenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One running agreement, a gateway that tells of it what the test wants, and payments over a map. */
final class AgreementBench {
    static final UUID ID = new UUID(0, 5);
    static final String REFERENCE = "sub_1";
    private static final Instant BEGUN = Instant.parse("2026-01-03T00:00:00Z");

    StoredAgreement row = new StoredAgreement(new Agreement(ID, "stripe", REFERENCE, Specimen.ACCOUNT,
            new PaymentId(new UUID(0, 42)), "pro", Status.ACTIVE, false, Optional.of(Fakes.NOW), BEGUN),
            Specimen.PAYER, "Pro", Optional.of(BEGUN));
    /** What was last written of the asking: when all was heard. */
    final List<Optional<Instant>> heard = new ArrayList<>();
    final List<Instant> since = new ArrayList<>();
    final Map<String, PaymentEntity> charged = new LinkedHashMap<>();
    final List<Record> published = new ArrayList<>();
    final Told<PaymentSettled> settled = new Told<>();
    Optional<Instant> askedAt = Optional.empty();
    boolean canAsk = true;
    boolean isAskable = true;
    /** What the gateway says when it is asked. */
    Function<String, List<Fact>> gateway = reference -> List.of();
    final AskingAgreements asking = new AskingAgreements();
    final Facts facts = new Facts();
    private String missed = "";

    AgreementBench() {
        var agreements = new AgreementFacts();
        agreements.agreements = new Rows();
        agreements.search = new SubjectSearch() {
            @Override
            public Optional<PaymentEntity> lock(String name, Subject subject) {
                return Optional.empty();
            }
        };
        agreements.newPayments = new New();
        agreements.payments = new Paid();
        agreements.outbox = new Outbox() {
            @Override
            public void publish(TenantId tenant, Record event) {
                published.add(event);
            }
        };
        agreements.settlement = settlement(agreements.outbox);
        facts.agreements = agreements;
        asking.steps = new AgreementSteps();
        asking.steps.allFacts = facts;
        asking.steps.checks = new Checks();
        asking.gateways = new Gateways();
        asking.time = new Fakes.StoppedClock();
    }

    private Settlement settlement(Outbox outbox) {
        var made = new Settlement();
        made.settled = settled;
        made.receipts = new Fakes.Money();
        made.credits = new Fakes.Ledger();
        made.outbox = outbox;
        made.time = new Fakes.StoppedClock();
        return made;
    }

    void ask() {
        asking.ask(Fakes.TENANT, ID);
    }

    /** A notice comes. */
    String told(Fact fact) {
        return facts.apply(Fakes.TENANT, "stripe", fact).result();
    }

    Agreement seen() {
        return row.agreement();
    }

    static Fact.Renewed renewed(String charge) {
        return new Fact.Renewed(Subject.ofAgreement(REFERENCE), REFERENCE, charge, Specimen.PRICE, Optional.empty());
    }

    static Fact.RenewalFailed failed(String charge) {
        return new Fact.RenewalFailed(Subject.ofAgreement(REFERENCE), REFERENCE, charge, Optional.of("declined"));
    }

    static Fact.AgreementChanged standing(AgreementState.Status status, Instant paidUntil, Instant at) {
        return new Fact.AgreementChanged(Subject.ofAgreement(REFERENCE), new AgreementState(REFERENCE,
                Optional.empty(), status, false, Optional.of(paidUntil), Optional.empty()), at);
    }

    private final class Rows extends AgreementRows {
        @Override
        public Optional<StoredAgreement> lock(String name, String reference) {
            return Optional.of(row).filter(known -> known.agreement().reference().equals(reference));
        }

        @Override
        public void update(StoredAgreement agreement, Optional<String> customer) {
            row = agreement;
        }

        @Override
        public boolean miss(StoredAgreement agreement, String charge) {
            boolean isNew = !missed.equals(charge);
            missed = charge;
            return isNew;
        }
    }

    private final class New extends NewPayments {
        @Override
        public Optional<PaymentId> insertRenewal(TenantId tenant, Payments.Order order, Agreement agreement,
                String charge) {
            return charged.putIfAbsent(charge, Specimen.of("stripe", PaymentStatus.PENDING)) == null
                    ? Optional.of(id(charge)) : Optional.empty();
        }

        @Override
        public boolean isCharged(TenantId tenant, String name, String charge) {
            return charged.containsKey(charge);
        }
    }

    private final class Paid extends PaymentRows {
        @Override
        public Optional<PaymentEntity> lock(PaymentId id) {
            return charged.entrySet().stream().filter(entry -> id(entry.getKey()).equals(id)).map(Map.Entry::getValue)
                    .findFirst();
        }

        @Override
        public Optional<PaymentEntity> find(PaymentId id) {
            var first = Specimen.of("stripe", PaymentStatus.PROCESSING);
            first.complete(Optional.of("in_first"), Optional.empty(), BEGUN);
            return Optional.of(first);
        }
    }

    private static PaymentId id(String charge) {
        return new PaymentId(new UUID(1, charge.hashCode()));
    }

    private final class Checks extends AgreementChecks {
        @Override
        public Optional<Check> running(TenantId tenant, UUID id) {
            return Optional.of(new Check(row, 0, Optional.of(Fakes.NOW), askedAt))
                    .filter(check -> check.agreement().agreement().status().isRunning());
        }

        @Override
        public void asked(TenantId tenant, Check before, Optional<Instant> all) {
            heard.add(all);
        }

        @Override
        public void cannotAsk(TenantId tenant, Check check) {
            canAsk = false;
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
            return false;
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
        public Optional<AgreementInquiries> agreementInquiries() {
            return isAskable ? Optional.of((merchant, reference, from) -> {
                since.add(from);
                return gateway.apply(reference);
            }) : Optional.empty();
        }
    }
}
