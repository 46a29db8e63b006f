package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocuments;
import io.weir.billing.domain.documents.Documents;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.platform.api.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrintedInvoicesTest implements InvoiceDocuments {
    private final List<InvoiceDocument> all = new ArrayList<>();
    private final List<Integer> reads = new ArrayList<>();

    @Test
    void aTableHasEveryInvoiceOnceHoweverManyThereAre() {
        for (int i = 0; i < 200; i++) {
            all.add(Documents.numbered("A-" + i));
        }
        var rows = new ArrayList<String>();
        files().table(Fixture.TENANT, Optional.empty(), Period.since(Fixture.NOW), rows::add);

        assertThat(rows).hasSize(201);
        assertThat(rows.get(0)).startsWith("invoice,number,");
        assertThat(rows.subList(1, 201)).extracting(row -> row.split(",")[1]).doesNotHaveDuplicates()
                .startsWith("A-0").endsWith("A-199");
        assertThat(reads).as("never all at once").containsExactly(100, 100, 0);
    }

    @Test
    void aTableOfNothingIsItsHeading() {
        var rows = new ArrayList<String>();
        files().table(Fixture.TENANT, Optional.of(Fixture.ACCOUNT), Period.since(Fixture.NOW), rows::add);
        assertThat(rows).singleElement().asString().startsWith("invoice,number,");
    }

    @Test
    void aNameIsFitForEveryDisk() {
        assertThat(files().name(Documents.numbered("../Hóa đơn/1\r\n"))).matches("[A-Za-z0-9-]+");
    }

    private PrintedInvoices files() {
        return new PrintedInvoices(this, Fixture.fake(Messages.class, (verb, arguments) -> arguments[1]),
                Fixture.fake(ObjectStore.class, (verb, arguments) -> Optional.empty()));
    }

    @Override
    public InvoiceDocument document(TenantId tenant, AccountId account, UUID invoice) {
        throw new AssertionError("nobody asks for one");
    }

    @Override
    public List<InvoiceDocument> issued(TenantId tenant, Optional<AccountId> account, Period issued,
            Optional<InvoiceDocument> after, int most) {
        int from = after.map(last -> all.indexOf(last) + 1).orElse(0);
        var some = all.subList(from, Math.min(all.size(), from + most));
        reads.add(some.size());
        return some;
    }
}
