import { displayLanguage } from "./display-language";
import { register } from "./register";

if (typeof CustomFunctions !== "undefined") register(CustomFunctions, displayLanguage);
