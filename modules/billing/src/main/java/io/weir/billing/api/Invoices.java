package io.weir.billing.api;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Invoices and credit notes of a tenant's customers. Unknown ones are {@code INVOICE_NOT_FOUND} (404). */
public interface Invoices {
    /** Newest first; drafts too. */
    default Page<Invoice> of(TenantId tenant, AccountId account, Page.Request page) {
        return all(tenant, Filter.of(account), page);
    }

    /** Newest first; drafts too. */
    Page<Invoice> all(TenantId tenant, Filter filter, Page.Request page);

    /** Another account's is not found. */
    Invoice invoice(TenantId tenant, AccountId account, UUID invoice);

    Invoice invoice(TenantId tenant, UUID invoice);

    /** The invoice that a payment paid. */
    Optional<Invoice> ofPayment(TenantId tenant, UUID payment);

    /** What they come to, by kind and currency; drafts count only when it is drafts that are asked for. */
    List<Sum> sums(TenantId tenant, Filter filter);

    /** Amounts of credit notes are positive, as theirs always are. */
    record Sum(Kind kind, long number, Money net, Money tax, Money total, Money due) {
    }

    /**
     * What to list; {@code from} inclusive, {@code until} exclusive, by the day of issue. {@code number}: a part of it.
     * {@code accounts}: of any of these. {@code overdueAt}: open, and to be paid before that moment.
     */
    record Filter(Optional<AccountId> account, Optional<Status> status, Optional<Kind> kind, Optional<Reason> reason,
            Optional<UUID> subscription, Optional<Instant> from, Optional<Instant> until, Optional<String> number,
            Optional<Set<AccountId>> accounts, Optional<Instant> overdueAt) {
        public Filter {
            accounts = accounts.map(Set::copyOf);
        }

        /** Of any account, overdue or not. */
        public Filter(Optional<AccountId> account, Optional<Status> status, Optional<Kind> kind,
                Optional<Reason> reason, Optional<UUID> subscription, Optional<Instant> from, Optional<Instant> until,
                Optional<String> number) {
            this(account, status, kind, reason, subscription, from, until, number, Optional.empty(),
                    Optional.empty());
        }

        /** Only what is open and was to be paid before that moment. */
        public Filter dueBefore(Instant moment) {
            return new Filter(account, status, kind, reason, subscription, from, until, number, accounts,
                    Optional.of(moment));
        }

        public static Filter of(AccountId account) {
            return new Filter(Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
