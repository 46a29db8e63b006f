--liquibase formatted sql

--changeset weir:payments-030 splitStatements:true endDelimiter:;
-- awaits_payment_id: decided_by has said yes to this payment, and another person has to agree. Matching asks for references of decided payments too.
ALTER TABLE payments_statement_line
  ADD COLUMN note VARCHAR(1000) NULL,
  ADD COLUMN awaits_payment_id UUID NULL,
  ADD CONSTRAINT payments_statement_line_awaits CHECK (awaits_payment_id IS NULL OR status = 'OPEN');
CREATE INDEX payments_payment_by_reference ON payments_payment (tenant_id, reference);
CREATE INDEX payments_statement_line_by_payment ON payments_statement_line (tenant_id, payment_id);
CREATE INDEX payments_statement_newest ON payments_statement (tenant_id, imported_at);
