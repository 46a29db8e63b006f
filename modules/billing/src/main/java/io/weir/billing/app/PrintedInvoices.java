package io.weir.billing.app;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.api.InvoiceFiles;
import io.weir.billing.domain.documents.Paperwork;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStoreException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Makes files of invoices when they are asked for: what is final makes the same file every time. */
@ApplicationScoped
public class PrintedInvoices implements InvoiceFiles {
    private static final Logger LOG = Logger.getLogger(PrintedInvoices.class.getName());
    private static final int AT_ONCE = 100;

    private InvoiceDocuments documents;
    private Paperwork paperwork;
    private ObjectStore store;

    protected PrintedInvoices() {
    }

    @Inject
    public PrintedInvoices(InvoiceDocuments documents, Messages messages, ObjectStore store) {
        this.documents = documents;
        this.paperwork = new Paperwork(messages);
        this.store = store;
    }

    @Override
    public byte[] pdf(InvoiceDocument document) {
        return paperwork.pdf(document, document.seller().logo().flatMap(this::logo));
    }

    @Override
    public String ubl(InvoiceDocument document) {
        return paperwork.ubl(document);
    }

    @Override
    public String name(InvoiceDocument document) {
        return document.number().map(number -> number.replaceAll("[^A-Za-z0-9-]", "-")).orElse("draft");
    }

    @Override
    public void table(TenantId tenant, Optional<AccountId> account, Period issued, Consumer<String> rows) {
        rows.accept(Paperwork.heading());
        Optional<InvoiceDocument> last = Optional.empty();
        List<InvoiceDocument> some;
        do {
            some = documents.issued(tenant, account, issued, last, AT_ONCE);
            some.forEach(document -> rows.accept(Paperwork.rows(document)));
            last = some.stream().reduce((one, next) -> next);
        } while (some.size() == AT_ONCE);
    }

    /** An invoice without its picture is still an invoice: whatever is wrong with a logo is logged, and left out. */
    private Optional<String> logo(String key) {
        try (var content = store.get(key).orElse(null)) {
            var picture = content == null ? new byte[0] : content.bytes().readNBytes(Paperwork.LARGEST_LOGO + 1);
            var printable = Paperwork.logo(picture);
            if (printable.isEmpty()) {
                LOG.warning(() -> "logo " + key + " is not there, or no PNG or JPEG that can be printed");
            }
            return printable;
        } catch (IOException | IllegalArgumentException | ObjectStoreException e) {
            LOG.log(Level.WARNING, e, () -> "logo " + key + " can't be read");
            return Optional.empty();
        }
    }
}
