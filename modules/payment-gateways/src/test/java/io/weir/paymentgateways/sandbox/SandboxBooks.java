package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.RefundAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The sandbox's tables in memory, for one tenant and one thread. */
final class SandboxBooks {
    final Checkouts checkouts = new Checkouts();
    final Charges charges = new Charges();
    final Agreements agreements = new Agreements();
    final Notices notices = new Notices();
    final Methods methods = new Methods();

    static final class Checkouts extends CheckoutRows {
        final Map<PaymentId, HeldCheckout> all = new HashMap<>();

        @Override
        public void add(HeldCheckout checkout, Instant now) {
            all.putIfAbsent(checkout.id(), checkout);
        }

        @Override
        public Optional<HeldCheckout> find(TenantId tenant, PaymentId id) {
            return Optional.ofNullable(all.get(id)).filter(checkout -> checkout.tenant().equals(tenant));
        }

        @Override
        public Optional<HeldCheckout> lock(TenantId tenant, PaymentId id) {
            return find(tenant, id);
        }

        @Override
        public void update(HeldCheckout checkout, Instant now) {
            all.put(checkout.id(), checkout);
        }
    }

    static final class Charges extends ChargeRows {
        final Map<String, SandboxRefund.Charge> all = new LinkedHashMap<>();
        final Map<String, SandboxRefund> refunds = new LinkedHashMap<>();

        @Override
        public void add(TenantId tenant, SandboxRefund.Charge charge, Instant now) {
            if (all.putIfAbsent(charge.reference(), charge) != null) {
                throw new IllegalStateException("charged twice: " + charge.reference());
            }
        }

        @Override
        public List<SandboxRefund.Charge> ofAgreement(TenantId tenant, String first, Instant since) {
            return all.values().stream().filter(charge -> charge.reference().startsWith(first + "_")).toList();
        }

        @Override
        public Optional<SandboxRefund.Charge> lock(TenantId tenant, String reference) {
            return Optional.ofNullable(all.get(reference));
        }

        @Override
        public Money givenBack(TenantId tenant, SandboxRefund.Charge charge) {
            return refunds.values().stream().filter(refund -> refund.wish().charge().equals(charge))
                    .filter(refund -> refund.outcome() != RefundAnswer.Outcome.FAILED)
                    .map(refund -> refund.wish().amount())
                    .reduce(Money.zero(charge.amount().currency()), Money::plus);
        }

        @Override
        public Optional<SandboxRefund> refund(TenantId tenant, String key) {
            return Optional.ofNullable(refunds.get(key));
        }

        @Override
        public Optional<SandboxRefund> lockDue(TenantId tenant, Instant now) {
            return refunds.values().stream().filter(refund -> refund.later()
                    .filter(later -> !later.at().isAfter(now)).isPresent()).findFirst();
        }

        @Override
        public void add(SandboxRefund refund, Instant now) {
            refunds.put(refund.wish().key(), refund);
        }

        @Override
        public void decide(SandboxRefund refund) {
            refunds.put(refund.wish().key(), refund);
        }
    }

    static final class Agreements extends AgreementRows {
        final Map<String, SandboxAgreement> all = new LinkedHashMap<>();

        @Override
        public void add(SandboxAgreement agreement) {
            all.put(agreement.reference(), agreement);
        }

        @Override
        public Optional<SandboxAgreement> find(TenantId tenant, String reference) {
            return Optional.ofNullable(all.get(reference)).filter(found -> found.tenant().equals(tenant));
        }

        @Override
        public Optional<SandboxAgreement> lock(TenantId tenant, String reference) {
            return find(tenant, reference);
        }

        @Override
        public Optional<SandboxAgreement> lockDue(TenantId tenant, Instant tenantNow) {
            return all.values().stream().filter(found -> found.course().due()
                    .filter(due -> !due.isAfter(tenantNow)).isPresent()).findFirst();
        }

        @Override
        public List<SandboxAgreement> of(TenantId tenant, AccountId account) {
            return all.values().stream().filter(found -> found.origin().account().equals(account)).toList();
        }

        @Override
        public void update(SandboxAgreement agreement) {
            all.put(agreement.reference(), agreement);
        }
    }

    static final class Notices extends NoticeRows {
        final List<Sending> queue = new ArrayList<>();
        final Map<UUID, Queued> tried = new LinkedHashMap<>();
        final Map<UUID, Instant> again = new HashMap<>();
        final List<UUID> delivered = new ArrayList<>();

        @Override
        public void queue(TenantId tenant, List<Sending> sendings, Instant now) {
            queue.addAll(sendings);
            sendings.forEach(sending -> remember(tenant, sending));
        }

        @Override
        public List<Queued> take(TenantId tenant, List<Sending> sendings, Instant now) {
            queue.addAll(sendings);
            return sendings.stream().filter(sending -> !remember(tenant, sending).at().isAfter(now))
                    .map(sending -> tried.values().stream().filter(queued -> new String(queued.body())
                            .equals(new String(sending.event().toBody()))).reduce((first, last) -> last)
                            .orElseThrow()).toList();
        }

        @Override
        public List<Queued> claim(int most, Instant now) {
            return again.entrySet().stream().filter(entry -> !entry.getValue().isAfter(now))
                    .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder())).limit(most)
                    .map(entry -> tried.get(entry.getKey())).toList();
        }

        @Override
        public void delivered(UUID id, Instant now) {
            delivered.add(id);
            again.remove(id);
        }

        @Override
        public void failed(UUID id, String answer, Instant next) {
            var known = tried.get(id);
            tried.put(id, new Queued(id, known.tenant(), known.body(), known.badSignature(), known.attempts() + 1));
            if (next == null) {
                again.remove(id);
            } else {
                again.put(id, next);
            }
        }

        @Override
        public long waiting(TenantId tenant) {
            return again.size();
        }

        private Sending remember(TenantId tenant, Sending sending) {
            var id = UUID.randomUUID();
            tried.put(id, new Queued(id, tenant, sending.event().toBody(), sending.badSignature(), 0));
            again.put(id, sending.at());
            return sending;
        }
    }

    static final class Methods extends MethodRows {
        final Map<TestCard, Kept> all = new LinkedHashMap<>();

        @Override
        public void use(TenantId tenant, AccountId account, TestCard card, Instant now) {
            all.replaceAll((other, kept) -> new Kept(other, false));
            all.put(card, new Kept(card, true));
        }

        @Override
        public List<Kept> of(TenantId tenant, AccountId account) {
            return List.copyOf(all.values());
        }

        @Override
        public boolean remove(TenantId tenant, AccountId account, TestCard card) {
            return all.remove(card) != null;
        }
    }
}
