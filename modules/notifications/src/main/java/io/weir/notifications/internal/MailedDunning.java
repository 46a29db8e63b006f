package io.weir.notifications.internal;

import io.weir.billing.api.DunningMoved;
import io.weir.billing.api.DunningMoved.Letter;
import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.identity.api.Users;
import io.weir.kernel.api.AccountId;
import io.weir.platform.api.Afterwards;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** Queues a mail for each step of going after an invoice; in the outbox's transaction. */
@ApplicationScoped
public class MailedDunning {
    /** Told whatever became of the invoice meanwhile. */
    private static final Set<Letter> IN_ANY_CASE = EnumSet.of(Letter.CANCELED, Letter.RECOVERED);
    @Inject
    Tenants tenants;
    @Inject
    Accounts accounts;
    @Inject
    Users users;
    @Inject
    InvoiceDocuments documents;
    @Inject
    DunningLetters letters;
    @Inject
    MailQueue queue;

    /** Who has paid in this very moment is not reminded. */
    public void on(@Observes @Afterwards DunningMoved moved) {
        var account = accounts.account(moved.tenant(), AccountId.of(moved.account()));
        var document = documents.document(moved.tenant(), account.id(), UUID.fromString(moved.invoice()));
        if (IN_ANY_CASE.contains(moved.letter()) || isOwed(document)) {
            queue.add(letters.of(tenants.byId(moved.tenant()), account, users.profile(moved.tenant(),
                    account.owner()), document, moved));
        }
    }

    private static boolean isOwed(InvoiceDocument document) {
        return document.state() == State.OPEN && !document.totals().due().isZero();
    }
}
