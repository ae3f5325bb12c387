package io.cairn.proofs.field;

class Fq6Test extends ExtensionFieldLaws {

    Fq6Test() {
        super(Fq6.FIELD);
    }
}
