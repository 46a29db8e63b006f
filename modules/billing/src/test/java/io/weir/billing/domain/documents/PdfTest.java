package io.weir.billing.domain.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.State;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/** Real pages, read back. {@code -Dweir.pages=folder} keeps them to be looked at. */
class PdfTest {
    private static final Locale VI = Locale.forLanguageTag("vi");
    /** Every vowel with every tone, and what stands beside them. */
    private static final String VIETNAMESE = "Aàáảãạ Ăằắẳẵặ Âầấẩẫậ Eèéẻẽẹ Êềếểễệ Iìíỉĩị Oòóỏõọ Ôồốổỗộ Ơờớởỡợ "
            + "Uùúủũụ Ưừứửữự Yỳýỷỹỵ Đđ ẦẤẨẪẬ ỀẾỂỄỆ ỒỐỔỖỘ ỜỚỞỠỢ ỪỨỬỮỰ ỲÝỶỸỴ 99.000₫";

    private final Paperwork paperwork = new Paperwork(new ShippedTexts());

    @Test
    void anInvoiceSaysWhoWhatAndHowMuch() throws IOException {
        var text = text(printed("invoice-en", Samples.in("EUR").line("Pro plan", "1", "49.00", Samples.GERMAN)
                .line("API calls", "12345", "0.00021", Samples.REDUCED).notes("Thank you.").document()));
        assertThat(text).contains("Invoice", "IQX-2026-000017", "Weir Metering GmbH", "Muster & Söhne <AG>",
                "Tax ID: ATU12345678", "Austria", "12,345", "0.00021", "Pro plan", "Thank you.");
        // Half past six in the evening in UTC is the next day where the tenant is.
        assertThat(text).contains("1 Apr 2026", "15 Apr 2026", "1 Mar 2026 – 31 Mar 2026");
        assertThat(text).contains("USt 19 % of 49.00", "9.31 EUR", "USt 7 % of 2.59", "0.18 EUR", "51.59 EUR",
                "To be paid 61.08 EUR", "Page 1 of 1");
        assertThat(text).contains("https://weir.example/portal/invoice?id=", "Account: DE02120300000000202051",
                "Reference: W17");
    }

    @Test
    void vietnameseIsReadBackToTheLetter() throws IOException {
        var decomposed = Normalizer.normalize(VIETNAMESE, Normalizer.Form.NFD);
        var text = text(printed("invoice-vi", Samples.in("VND").in(VI)
                .seller(Samples.party("Công ty Cổ phần Đập Nước", "VN", "0312345678"))
                .buyer(Samples.party("Nguyễn Thị Ngọc Ánh", "VN", null))
                .line("Gói Cơ bản", "1", "99000", Samples.VIETNAMESE).notes(decomposed)
                .line("Gói Chuyên nghiệp – phần còn lại của kỳ", "30", "1234567", Samples.VIETNAMESE).document()));
        var flowing = text.replaceAll("\\s+", " ");
        assertThat(flowing).contains(VIETNAMESE.replaceAll("\\s+", " "));
        assertThat(flowing).contains("Hóa đơn", "Công ty Cổ phần Đập Nước", "Nguyễn Thị Ngọc Ánh",
                "Mã số thuế: 0312345678", "Gói Chuyên nghiệp – phần còn lại của kỳ",
                "Ngày lập 01/04/2026", "Hạn thanh toán 15/04/2026", "GTGT 8 % trên 37.136.010",
                "Còn phải thanh toán 40.106.891 VND", "Trang 1/1", "Việt Nam");
        assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void thaiIsThereAndItsReaderGetsEnglishWords() throws IOException {
        var text = text(printed("invoice-th", Samples.in("THB").in(Locale.forLanguageTag("th"))
                .buyer(Samples.party("บริษัท ทดสอบ จำกัด", "TH", null))
                .line("แพ็กเกจโปร", "1", "990.5", Samples.NO_TAX).document()));
        assertThat(text).contains("Invoice", "1 Apr 2026", "990.50 THB", "บริษัท", "ทดสอบ").doesNotContain("#");
    }

    @Test
    void twoHundredLinesAreAsManyPagesAsTheyTakeEachWithItsHeadingAndNumber() throws IOException {
        var sample = Samples.in("EUR");
        for (int i = 1; i <= 200; i++) {
            sample.line("Line number " + i + " of the month", "3", "1.5", Samples.GERMAN);
        }
        try (var pdf = Loader.loadPDF(printed("invoice-long", sample.document()))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isBetween(5, 12);
            for (int page = 1; page <= pages; page++) {
                var text = text(pdf, page, page);
                assertThat(text).contains("Page " + page + " of " + pages, "IQX-2026-000017");
                assertThat(pdf.getPage(page - 1).getMediaBox().getWidth()).isCloseTo(PDRectangle.A4.getWidth(),
                        org.assertj.core.data.Offset.offset(1f));
                if (text.contains("Line number")) {
                    assertThat(text).as("page " + page).containsOnlyOnce("Unit price");
                }
            }
            assertThat(text(pdf, 1, pages)).contains("Line number 200 of the month", "To be paid 1,072.00 EUR");
        }
    }

    @Test
    void aCreditNoteNamesItsInvoiceAndAsksForNothing() throws IOException {
        var text = text(printed("credit-note", Samples.in("EUR").credit().line("Pro plan", "1", "49.00",
                Samples.GERMAN).document()));
        assertThat(text).contains("Credit note", "IQX-CN-2026-000002", "Corrects invoice", "IQX-2026-000017",
                "Total credited 58.31 EUR").doesNotContain("To be paid", "Pay online", "Due by");
    }

    @Test
    void whatIsNoClaimIsMarked() throws IOException {
        var sample = Samples.in("EUR").line("Pro plan", "1", "49.00", Samples.NO_TAX);
        var draft = printed("draft", sample.state(State.DRAFT).document());
        assertThat(letters(draft)).contains("DRAFT");
        assertThat(text(draft)).contains("Total 49.00 EUR")
                .doesNotContain("IQX-2026", "To be paid", "Pay online", "Net");
        var voided = printed("void", sample.in(VI).state(State.VOID).document());
        // The mark is slanted: sorted by position its letters are lines of their own.
        assertThat(letters(voided)).contains("ĐÃHỦY");
        assertThat(text(voided)).doesNotContain("Còn phải thanh toán", "Thanh toán trực tuyến");
        assertThat(text(printed("paid", sample.in(Locale.ENGLISH).state(State.PAID).document())))
                .contains("Paid on", "To be paid 0.00 EUR").doesNotContain("DRAFT", "Pay online", "Due by");
    }

    @Test
    void reverseChargeIsSaid() throws IOException {
        assertThat(text(printed("reverse", Samples.in("EUR").line("Pro plan", "1", "49.00", Samples.REVERSED)
                .document()))).contains("Reverse charge: the customer owes the VAT.", "VAT 0 % of 49.00");
    }

    @Test
    void theSameDocumentMakesTheSameBytes() throws IOException {
        var document = Samples.in("VND").in(VI).line("Gói", "2", "5", Samples.NO_TAX).document();
        assertThat(paperwork.pdf(document, Optional.of(logo()))).isEqualTo(paperwork.pdf(document,
                Optional.of(logo())));
        assertThat(paperwork.pdf(document, Optional.empty())).isNotEqualTo(paperwork.pdf(Samples.in("VND").in(VI)
                .line("Gói", "2", "6", Samples.NO_TAX).document(), Optional.empty()));
    }

    @Test
    void itSaysItsTitleAuthorAndLanguageAndBringsItsFontsAlong() throws IOException {
        var document = Samples.in("VND").in(VI).line("Gói", "1", "5", Samples.NO_TAX).document();
        try (var pdf = Loader.loadPDF(keep("logo", paperwork.pdf(document, Optional.of(logo()))))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Hóa đơn IQX-2026-000017");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Weir Metering GmbH");
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("vi");
            var resources = pdf.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                assertThat(resources.getFont(name).isEmbedded()).as(resources.getFont(name).getName()).isTrue();
            }
            assertThat(resources.getXObjectNames()).as("logo and code").hasSize(2);
        }
    }

    @Test
    void onlyPicturesThatCanBePrintedAreLogos() throws IOException {
        assertThat(Paperwork.logo("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes())).isEmpty();
        assertThat(Paperwork.logo(new byte[0])).isEmpty();
        assertThat(Paperwork.logo(picture("gif", 8))).isEmpty();
        assertThat(Paperwork.logo(picture("png", 2001))).isEmpty();
        assertThat(Paperwork.logo(picture("jpeg", 8))).get().asString().startsWith("data:image/jpeg;base64,");
    }

    private static String logo() throws IOException {
        return Paperwork.logo(picture("png", 300)).orElseThrow();
    }

    private static byte[] picture(String format, int size) throws IOException {
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(java.awt.Color.ORANGE);
        pen.fillRect(0, 0, size, size / 2);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private byte[] printed(String name, InvoiceDocument document) throws IOException {
        return keep(name, paperwork.pdf(document, Optional.empty()));
    }

    private static byte[] keep(String name, byte[] pdf) throws IOException {
        var folder = System.getProperty("weir.pages");
        if (folder != null) {
            Files.write(Path.of(folder, name + ".pdf"), pdf);
        }
        return pdf;
    }

    private static String letters(byte[] bytes) throws IOException {
        try (var pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    private static String text(byte[] bytes) throws IOException {
        try (var pdf = Loader.loadPDF(bytes)) {
            return text(pdf, 1, pdf.getNumberOfPages());
        }
    }

    private static String text(PDDocument pdf, int from, int to) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        stripper.setSortByPosition(true);
        return stripper.getText(pdf).replace('\u00a0', ' ');
    }
}
