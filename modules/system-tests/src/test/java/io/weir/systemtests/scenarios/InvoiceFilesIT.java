package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** An invoice as its buyer and its seller file it, over HTTP. */
class InvoiceFilesIT {
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "iqx");

    @Test
    void aPaidInvoiceIsAPdfAnXmlAndARow() throws Exception {
        var name = "Gói Đặc biệt " + Api.word();
        var buyer = shop.buyerOf(shop.plan(Map.of("name", name, "price", 123_456, "currency", "VND"))).api();
        var invoice = buyer.get("/api/billing/invoices").expect(200).json().path(0);
        var files = "/api/billing/invoices/" + invoice.path("id").asText();
        var number = invoice.path("number").asText();

        var pdf = buyer.get(files + "/pdf").expect(200);
        assertThat(pdf.response().body()).startsWith("%PDF-").contains("%%EOF");
        assertThat(pdf.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(pdf.header("Content-Disposition")).isEqualTo("attachment; filename=\"" + number + ".pdf\"");
        assertThat(buyer.get(files + "/pdf").expect(200).response().body()).isEqualTo(pdf.response().body());

        var xml = buyer.get(files + "/ubl").expect(200);
        assertThat(xml.header("Content-Type")).startsWith("application/xml");
        var root = DocumentBuilderFactory.newDefaultNSInstance().newDocumentBuilder().parse(new ByteArrayInputStream(
                xml.response().body().getBytes(StandardCharsets.UTF_8))).getDocumentElement();
        assertThat(root.getLocalName()).isEqualTo("Invoice");
        assertThat(xml.response().body()).contains(">" + number + "<", ">" + name + "<",
                "<cbc:PayableAmount currencyID=\"VND\">0</cbc:PayableAmount>");

        for (var table : new Api.Answer[] {buyer.get("/api/billing/invoices.csv").expect(200),
            shop.administrator().get("/api/admin/invoices.csv").expect(200)}) {
            assertThat(table.header("Content-Type")).startsWith("text/csv");
            var rows = table.response().body().split("\r\n");
            assertThat(rows[0]).startsWith("invoice,number,kind,");
            assertThat(Arrays.stream(rows).filter(row -> row.contains("," + number + ","))).singleElement().asString()
                    .contains("," + name + ",").contains(",VND,112233,11223,123456,123456,0,1,");
        }
    }

    @Test
    void aTableIsOfItsDaysAndItsAccountOnly() {
        var plan = shop.plan(Map.of());
        var buyer = shop.buyerOf(plan).api();
        shop.buyerOf(plan);
        assertThat(buyer.get("/api/billing/invoices.csv").expect(200).response().body().split("\r\n")).hasSize(2);
        assertThat(buyer.get("/api/billing/invoices.csv?from=2001-01-01&to=2001-12-31").expect(200).response().body()
                .split("\r\n")).hasSize(1);
        var refused = buyer.get("/api/billing/invoices.csv?from=yesterday").expect(400);
        assertThat(refused.json().path("details").has("from")).isTrue();
        buyer.get("/api/admin/invoices.csv").expect(403);
    }

    @Test
    void anInvoiceIsMailedWhenItIsIssuedAndAgainWhenItIsAskedFor() {
        var buyer = shop.buyerOf(shop.plan(Map.of()));
        var invoice = buyer.api().get("/api/billing/invoices").expect(200).json().path(0);
        var number = invoice.path("number").asText();
        Api.eventually(() -> mails(buyer, number), count -> count == 1);
        buyer.api().post("/api/billing/invoices/" + invoice.path("id").asText() + "/send", null).expect(202);
        Api.eventually(() -> mails(buyer, number), count -> count == 2);
    }

    private int mails(Shop.Buyer buyer, String number) {
        int found = 0;
        for (var mail : shop.administrator().get("/api/admin/mails?limit=100").expect(200).json().path("items")) {
            boolean its = mail.path("to").asText().equals(buyer.customer().email())
                    && mail.path("subject").asText().contains(number);
            found += its ? 1 : 0;
        }
        return found;
    }
}
