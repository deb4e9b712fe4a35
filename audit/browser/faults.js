window.__ran = "a text";
throw new Error("seen");
